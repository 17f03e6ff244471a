import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { ClaimPatch } from '../../../shared/claim.ts'
import { connect } from '../../store/connection.ts'
import { entities, entityNames } from '../records/entities.ts'
import { fieldNames, readFields } from '../records/fields.ts'
import { checkSearchIndex, makeTestCase, type TestCase } from '../test-case.ts'

// Random sequences of what analysts do, held against a model: the history is a list of states with a place in it. A
// command drops what is behind the place and adds a state; undo goes one back, redo one on; a restart changes nothing.

/** All that is content in a case, and what is derived from it, read beside the program. */
export function contents(path: string): Record<string, unknown> {
  const db = connect(path, { readOnly: true })
  try {
    const found: Record<string, unknown> = {}
    for (const entity of entityNames) {
      const ids = db.prepare(`SELECT id FROM "${entity}" ORDER BY id`).pluck().all() as string[]
      found[entity] = Object.fromEntries(readFields(db, entity, ids, fieldNames(entity)))
      if (Object.keys(entities[entity].columns).length === 0) throw new Error(`${entity} has no content`)
    }
    found['grades'] = db
      .prepare('SELECT id, reliability, credibility, lead_quantity, said_from FROM claim ORDER BY id')
      .all()
    found['search'] = db.prepare('SELECT key >> 48 AS kind, text FROM search_text ORDER BY kind, text').all()
    return found
  } finally {
    db.close()
  }
}

const patch = fc.record<ClaimPatch>(
  {
    statement: fc.constantFrom('a', 'b', '파병', 'ё'),
    claimant: fc.constantFrom('Blinken', 'Zelenskyy', null),
    topic: fc.constantFrom('treaty', null),
    said: fc.constantFrom('2024-11~', '2024', null),
    quantity: fc.constantFrom('8,000', 'about 11,000', null),
    credibility: fc.constantFrom('2', '3', null),
    tags: fc.constantFrom([], ['x'], ['y', 'x']),
  },
  { requiredKeys: [] },
)
const nth = fc.nat(7)
/** Something that an analyst does. */
export const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('create' as const), patch }) },
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('update' as const), patch, nth, count: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('paste' as const), patch, nth }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('trash' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restore' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('carry' as const), nth, outlet: fc.constantFrom('TASS', 'KCNA') }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('relate' as const), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('merge' as const), nth, side: fc.constantFrom('keep', 'drop') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('note' as const), nth, body: fc.constantFrom('', '[[C01]]') }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('event' as const), title: fc.constantFrom('E', 'F') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('view' as const),
      name: fc.constantFrom('V', 'W'),
      search: fc.constantFrom('', 'treaty'),
      sort: fc.constantFrom(null, [{ field: 'said' }]),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dropView' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('bringBack' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('import' as const), list: fc.nat(2) }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reopen' as const) }) },
)
export type Act = typeof command extends fc.Arbitrary<infer T> ? T : never

export const acts = (length: number): fc.Arbitrary<Act[]> => fc.array(command, { minLength: length, maxLength: length })

/** What is worked with: the file, which a restart replaces, and the claims made so far. */
export interface Desk {
  file: TestCase
  readonly claims: string[]
}

const lists = [
  'ref,statement,topic,tags\nX1,first,treaty,x\nX2,second,,\n',
  'ref,statement,topic,quantity\nX1,first,troops,"8,000"\nX3,third,treaty,\n',
  'statement,claimant,outlet\nfourth,Blinken,TASS\n',
]

async function importList({ file }: Desk, text: string): Promise<void> {
  const path = join(file.folder, 'list.csv')
  writeFileSync(path, text)
  const { kind, mappings } = await file.call('imports.inspectFile', { path })
  await file.call('imports.run', { path, job: 'job', kind, mapping: mappings[kind] })
}

/** Does one thing, and answers why the case refused it, if it did: then it changed nothing, which the model sees. */
export async function attempt(desk: Desk, act: Act): Promise<string | null> {
  try {
    await perform(desk, act)
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (!refusals.has(code)) throw error
    return String(code)
  }
}

async function perform(desk: Desk, act: Act): Promise<void> {
  const { file, claims } = desk
  const at = 'nth' in act ? claims[act.nth % Math.max(claims.length, 1)] : undefined
  if ('nth' in act && at === undefined) return
  const id = at ?? ''
  switch (act.type) {
    case 'create': {
      const { ids } = await file.call('claims.create', {
        patch: { ...act.patch, statement: act.patch.statement ?? 's' },
      })
      claims.push(...ids)
      return
    }
    case 'update': {
      const ids = Array.from({ length: act.count }, (_, more) => claims[(act.nth + more) % claims.length] ?? id)
      await file.call('claims.update', { selection: { ids }, patch: act.patch })
      return
    }
    case 'paste':
      await file.call('claims.paste', {
        rows: [
          { id, patch: act.patch },
          { id: claims[0] ?? id, patch: { place: 'Kursk' } },
        ],
      })
      return
    case 'trash':
      await file.call('claims.trash', { selection: { ids: [id] } })
      return
    case 'restore': {
      const records = (await file.call('trash.list')).map((record) => ({ kind: record.kind, id: record.id }))
      if (records.length > 0) await file.call('trash.restore', { records })
      return
    }
    case 'view':
      await file.call('views.save', {
        views: [{ list: 'claims', name: act.name, search: act.search, sort: act.sort && [...act.sort] }],
      })
      return
    case 'dropView': {
      const [view] = await file.call('views.list')
      if (view) await file.call('views.remove', { id: view.id })
      return
    }
    case 'carry':
      await file.call('carriages.add', { claimId: id, carriage: { document: 'D', outlet: act.outlet } })
      return
    case 'relate': {
      const other = claims[(act.nth + 1) % claims.length] ?? id
      await file.call('relations.add', {
        from: { kind: 'claim', id },
        to: { kind: 'claim', id: other },
        type: 'contradicts',
      })
      return
    }
    case 'merge': {
      const drop = claims[(act.nth + 1) % claims.length] ?? id
      const fields = { statement: act.side, claimant: act.side, tags: act.side }
      await file.call('merges.run', { kind: 'claim', keep: id, drop, fields })
      return
    }
    case 'note':
      await file.call('notes.create', { patch: { title: 'N', body: act.body, pins: [{ kind: 'claim', id }] } })
      return
    case 'event':
      await file.call('events.create', { patch: { title: act.title } })
      return
    case 'bringBack': {
      const versions = await file.call('history.versions', { record: { kind: 'claim', id } })
      const version = versions[act.nth % Math.max(versions.length, 1)]
      if (version) await file.call('history.bringBack', { record: { kind: 'claim', id }, step: version.id })
      return
    }
    case 'import':
      return importList(desk, lists[act.list] ?? '')
    case 'undo':
      await file.call('history.undo')
      return
    case 'redo':
      await file.call('history.redo')
      return
    case 'reopen':
      desk.file = file.reopen()
  }
}

/** A command that cannot be done is refused with one of these; anything else is a failure of the program. */
const refusals: ReadonlySet<unknown> = new Set(['nothing-to-do', 'not-found', 'invalid-input', 'conflict'])

/** Runs a sequence and throws where the case is not as the model says. Answers how many commands were done. */
export async function runAgainstModel(sequence: readonly Act[]): Promise<number> {
  const desk: Desk = { file: makeTestCase(), claims: [] }
  const states = [JSON.stringify(contents(desk.file.path))]
  let place = 0
  try {
    for (const [nth, act] of sequence.entries()) {
      // Edits of one field within two seconds would be one step.
      desk.file.pass(3000)
      const refused = await attempt(desk, act)
      const now = JSON.stringify(contents(desk.file.path))
      const before = states[place]
      if (act.type === 'undo' && place > 0) place -= 1
      else if (act.type === 'redo' && place < states.length - 1) place += 1
      else if (act.type !== 'undo' && act.type !== 'redo' && act.type !== 'reopen' && now !== before) {
        states.splice(place + 1)
        states.push(now)
        place += 1
      }
      if (now !== states[place])
        throw new Error(
          `After ${nth + 1} commands (${JSON.stringify(act)}${refused ? `, refused: ${refused}` : ''}) the case is not as the model says`,
        )
    }
    desk.file = desk.file.reopen()
    if (JSON.stringify(contents(desk.file.path)) !== states[place])
      throw new Error('The case is another one after a restart')
    const { problems } = await desk.file.call('case.check', { deep: true })
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '))
    checkSearchIndex(desk.file.path)
    return sequence.length
  } finally {
    desk.file.remove()
  }
}

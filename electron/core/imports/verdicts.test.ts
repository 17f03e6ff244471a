import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportKind } from '../../../shared/import-lists.ts'
import type { BatchSummary, RowVerdict } from '../../../shared/import.ts'
import { makeTestLists, type TestLists } from './test-lists.ts'

let lists: TestLists
beforeEach(() => {
  lists = makeTestLists()
})
afterEach(() => lists.remove())

const rowsOf = async (batch: BatchSummary): Promise<RowVerdict[]> =>
  (await lists.file.call('imports.verdicts', { batch: batch.id, start: 0, end: 1000 })).rows

const told = async (batch: BatchSummary): Promise<unknown[]> =>
  (await rowsOf(batch)).map(({ line, verdict, action, reasons }) => [
    line,
    verdict,
    action,
    ...reasons.map(({ code }) => code),
  ])

const claims = async (): Promise<unknown[][]> =>
  (await lists.file.call('claims.page', {})).rows.map(({ ref, statement, claimant, said, place }) => [
    ref,
    statement,
    claimant,
    said,
    place,
  ])

const idOf = async (search: string): Promise<string> =>
  (await lists.file.call('claims.page', { search })).rows[0]?.id ?? ''

const first = 'ref,statement,claimant,said,place\nA1,Troops are there,Blinken,2024-10-31,Kursk\nA2,They left,Austin,,\n'

describe('a row that the case has already', () => {
  it('is changed in the fields that it says otherwise, with old and new, and updates them', async () => {
    await lists.importText(first)
    const batch = await lists.importText(
      first.replace('2024-10-31,Kursk', '2024-11-01,Kursk region').replace('Austin,,', 'Austin,,Sudzha'),
    )
    expect(batch).toMatchObject({ rows: 2, changed: 2, updated: 2, new: 0, added: 0, conflict: 0 })
    expect((await rowsOf(batch)).map(({ record, differences }) => [record, differences])).toEqual([
      [
        'A1',
        [
          { field: 'place', old: 'Kursk', new: 'Kursk region' },
          { field: 'said', old: '2024-10-31', new: '2024-11-01' },
        ],
      ],
      ['A2', [{ field: 'place', old: null, new: 'Sudzha' }]],
    ])
    expect(await claims()).toEqual([
      ['A1', 'Troops are there', 'Blinken', '2024-11-01', 'Kursk region'],
      ['A2', 'They left', 'Austin', null, 'Sudzha'],
    ])
    await lists.file.call('history.undo')
    expect((await claims())[0]).toEqual(['A1', 'Troops are there', 'Blinken', '2024-10-31', 'Kursk'])
  })

  it('loses nothing where the row is silent', async () => {
    await lists.importText(first)
    const batch = await lists.importText('ref,statement,claimant,said,place\nA1,Troops are there,,,\n')
    expect(batch).toMatchObject({ same: 1, changed: 0 })
    expect((await claims())[0]).toEqual(['A1', 'Troops are there', 'Blinken', '2024-10-31', 'Kursk'])
  })

  it('is a conflict where a person wrote what the row says otherwise, and stays out until that is settled', async () => {
    await lists.importText(first)
    await lists.file.call('claims.update', { selection: { ids: [await idOf('A1')] }, patch: { place: 'Sudzha' } })
    const batch = await lists.importText(first)
    expect(batch).toMatchObject({ same: 1, conflict: 1, updated: 0 })
    expect(await told(batch)).toEqual([[2, 'conflict', 'skip', 'edited-by-hand']])
    expect((await claims())[0]?.[4]).toBe('Sudzha')
    const settled = await lists.importText(first, 'claims', { matching: { onDuplicate: 'update' } })
    expect(await told(settled)).toEqual([[2, 'conflict', 'update', 'edited-by-hand']])
    expect((await claims())[0]?.[4]).toBe('Kursk')
    // What an undo brought back was not written by hand a second time.
    await lists.file.call('history.undo')
    expect((await claims())[0]?.[4]).toBe('Sudzha')
    expect(await lists.importText(first)).toMatchObject({ conflict: 1 })
  })

  it('is not taken for the record of another list with the same references', async () => {
    await lists.importText(first)
    const other = 'ref,statement,claimant\nA1,The treaty was ratified,Peskov\nA2,They left,Someone\n'
    const batch = await lists.importText(other)
    expect(await told(batch)).toEqual([
      [2, 'conflict', 'skip', 'other-record'],
      [3, 'changed', 'update'],
    ])
    expect(await claims()).toEqual([
      ['A1', 'Troops are there', 'Blinken', '2024-10-31', 'Kursk'],
      ['A2', 'They left', 'Someone', null, null],
    ])
  })

  it('is skipped, updated or added once more, for all rows or one by one', async () => {
    await lists.importText(first)
    const second = `${first.replace('Kursk', 'Sudzha')}A3,A third,Austin,,\n`
    const skipped = await lists.importText(second, 'claims', { matching: { onDuplicate: 'skip' } })
    expect(skipped).toMatchObject({ new: 1, changed: 1, same: 1, added: 1, updated: 0 })
    expect(await told(skipped)).toEqual([[2, 'changed', 'skip']])
    await lists.file.call('history.undo')

    const added = await lists.importText(second, 'claims', { matching: { onDuplicate: 'add' } })
    expect(added).toMatchObject({ new: 1, changed: 1, same: 1, added: 3 })
    expect(await told(added)).toEqual([
      [2, 'changed', 'add', 'new-ref'],
      [3, 'same', 'add', 'new-ref'],
    ])
    expect((await claims()).map(([ref, statement]) => [ref, statement])).toEqual([
      ['A1', 'Troops are there'],
      ['A2', 'They left'],
      ['C01', 'Troops are there'],
      ['C02', 'They left'],
      ['A3', 'A third'],
    ])
    await lists.file.call('history.undo')

    const decisions = { 2: 'skip', 3: 'add' } as const
    const mixed = await lists.importText(second, 'claims', { matching: { decisions } })
    expect(mixed).toMatchObject({ added: 2, updated: 0 })
  })
})

describe('how rows are known', () => {
  const plain = 'statement,claimant,said,document,outlet,place\nTroops are there,Blinken,31 October 2024,D,O,Kursk\n'

  it('is by claimant, statement, date and document where there is no reference', async () => {
    await lists.importText(plain)
    expect(
      await lists.importText(
        plain
          .replace('31 October 2024', '2024-10-31')
          .toUpperCase()
          .replace('STATEMENT,CLAIMANT,SAID,DOCUMENT,OUTLET,PLACE', 'statement,claimant,said,document,outlet,place'),
      ),
    ).toMatchObject({ changed: 1, new: 0 })
    for (const [from, to] of [
      ['Blinken', 'Austin'],
      ['31 October', '30 October'],
      [',D,', ',E,'],
      ['are there', 'were there'],
      ['Blinken', ''],
    ] as const) {
      expect(await lists.importText(plain.replace(from, to))).toMatchObject({ new: 1, changed: 0, same: 0 })
    }
    expect((await claims()).length).toBe(6)
    // A column that the list does not have says nothing against a record.
    expect(await lists.importText('statement,claimant\nTroops are there,Austin\n')).toMatchObject({ same: 1 })
  })

  it('knows an actor by an alias, and an outlet and a document by what they are called', async () => {
    await lists.importText(plain)
    const [actor] = (await lists.file.call('actors.page', {})).rows
    await lists.file.call('actors.update', {
      selection: { ids: [actor?.id ?? ''] },
      patch: { name: 'Antony Blinken', aliases: ['Blinken'] },
    })
    expect(await lists.importText(plain)).toMatchObject({ same: 1, new: 0 })
    // A list of actors that has it under that name does not take its own name from it.
    const list = 'name,kind\nBLINKEN,person\nCho,person\n'
    expect(await lists.importText(list, 'actors')).toMatchObject({ changed: 1, conflict: 0, new: 1 })
    const { rows } = await lists.file.call('actors.page', { search: 'Blinken' })
    expect(rows).toMatchObject([{ name: 'Antony Blinken', aliases: ['Blinken'], kind: 'person' }])
    expect(await lists.importText(list, 'actors')).toMatchObject({ same: 2 })
    // Whoever has a name for their own goes before whoever has it beside it.
    const both = 'name,aliases\nState Department,\nCho,State Department\n'
    expect(await lists.importText(both, 'actors')).toMatchObject({ new: 1, changed: 1 })
    expect(await lists.importText(both, 'actors')).toMatchObject({ same: 2 })
  })

  it('knows an event that claims named by its reference alone, whatever else is called as the event is', async () => {
    await lists.importText('statement,event\nx,E1\ny,Talks\n')
    const list = 'ref,title\nE1,Talks\nE2,Talks\n'
    expect(await lists.importText(list, 'events')).toMatchObject({ changed: 2, conflict: 0, new: 0 })
    expect(await lists.importText(list, 'events')).toMatchObject({ same: 2 })
  })

  it('is by the fields of a chosen key', async () => {
    const byUrl = { matching: { key: ['url' as const] } }
    const list = 'statement,url\nFirst wording,https://a.example\nOther,https://b.example\nNo address,\n'
    await lists.importText(list)
    const again = list.replace('First wording', 'Better wording')
    expect(await lists.importText(again, 'claims', byUrl)).toMatchObject({ changed: 1, same: 2, new: 0 })
    expect((await claims()).map(([, statement]) => statement)).toEqual(['Better wording', 'Other', 'No address'])
    const twice = `${again}Third wording,https://a.example\n`
    const batch = await lists.importText(twice, 'claims', byUrl)
    expect(await told(batch)).toEqual([[5, 'conflict', 'skip', 'repeated-key']])
    await expect(lists.importText(list, 'claims', { matching: { key: ['tags'] } })).rejects.toThrow(
      /cannot be a key of claims/,
    )
  })

  it('asks where several records may be meant', async () => {
    await lists.file.call('claims.create', { patch: { statement: 'The same words' } })
    await lists.file.call('claims.create', { patch: { statement: 'The same words' } })
    const batch = await lists.importText('statement,topic\nThe same words,treaty\n')
    expect(await told(batch)).toEqual([[2, 'conflict', 'skip', 'several-records']])
    expect(await lists.importText('statement\nThe same words\n')).toMatchObject({ same: 1 })
  })
})

describe('rows of one file', () => {
  it('are told when they say the same twice, or otherwise under one reference', async () => {
    const batch = await lists.importText('ref,statement\nA,x\nB,y\nA,x\na,z\n')
    expect(batch).toMatchObject({ new: 2, same: 1, conflict: 1, added: 2 })
    expect(await told(batch)).toEqual([
      [4, 'same', 'skip', 'repeated-row'],
      [5, 'conflict', 'skip', 'repeated-ref'],
    ])
  })

  it('are two records where only their content is alike, and are found again as two', async () => {
    const list = 'statement,place\nA shell fell,Sudzha\nA shell fell,Kursk\nA shell fell,Sudzha\n'
    const batch = await lists.importText(list)
    expect(batch).toMatchObject({ new: 2, same: 1 })
    expect(await told(batch)).toEqual([
      [3, 'new', 'add', 'repeated-content'],
      [4, 'same', 'skip', 'repeated-row'],
    ])
    expect(await lists.importText(list)).toMatchObject({ new: 0, changed: 0, conflict: 0, same: 3 })
  })
})

describe('what else a row of a claim says', () => {
  const list = (measure: string, grade = 'B2', note = 'as heard', tags = 'a; b'): string =>
    `ref,statement,measure,measure_category,measure_subject,grade,note,tags,document,url\nA,x,${measure},present,soldiers,${grade},${note},${tags},D,\n`

  it('is compared part by part', async () => {
    await lists.importText(list('8000'))
    expect(await lists.importText(list('8 000'))).toMatchObject({ same: 1 })
    const batch = await lists.importText(
      list('"about 11,000"', 'A2', 'as heard later', 'b; c').replace('D,', 'D,https://d.example'),
    )
    expect(batch).toMatchObject({ changed: 1, updated: 1 })
    expect((await rowsOf(batch))[0]?.differences).toEqual([
      { field: 'tags', old: 'a; b', new: 'a; b; c' },
      { field: 'measure', old: '8,000 soldiers, present', new: 'about 11,000 soldiers, present' },
      { field: 'url', old: null, new: 'https://d.example' },
      { field: 'reliability', old: 'B', new: 'A' },
      { field: 'note', old: 'as heard', new: 'as heard later' },
    ])
    const claim = await lists.file.call('claims.get', { id: await idOf('A') })
    expect(claim).toMatchObject({
      tags: ['a', 'b', 'c'],
      measures: [{ best: 11000, qualifier: 'about', category: 'present' }],
      reliability: 'A',
      credibility: '2',
      pinned: [{ body: 'as heard later' }],
    })
    expect(claim.ratings).toHaveLength(3)
  })

  it('leaves the grade of a person alone, and the number, and the note', async () => {
    await lists.importText(list('8000'))
    const id = await idOf('A')
    await lists.file.call('claims.rate', { id, rating: { axis: 'reliability', value: 'D' }, reason: 'seen since' })
    const batch = await lists.importText(list('8000'))
    expect(await told(batch)).toEqual([[2, 'conflict', 'skip', 'edited-by-hand']])
    await lists.file.call('history.undo')
    const { measures } = await lists.file.call('claims.get', { id })
    const [measure] = measures
    if (!measure) throw new Error('No measure')
    await lists.file.call('measures.update', {
      id: measure.id,
      measure: { ...measure, best: 9000 },
    })
    expect(await told(await lists.importText(list('8000')))).toEqual([[2, 'conflict', 'skip', 'edited-by-hand']])
  })
})

describe('lists of other records', () => {
  const all: Readonly<Partial<Record<ImportKind, string>>> = {
    actors:
      'name,kind,aliases,affiliation,note\nAntony Blinken,person,Blinken; 블링컨,US Department of State,Secretary\nGRU,service,,,\n',
    outlets: 'name,kind,owner,state_controlled,country,language\nTASS,agency,Russian Federation,yes,Russia,ru\n',
    documents:
      'title,outlet,author,url,published,read_by_me\nBriefing,TASS,Ivanov,https://t.example,3 ноября 2024,yes\n',
    events: 'ref,title,when,participants\nE9,The treaty enters into force,2024-12-04,GRU; TASS\n',
    claims: 'ref,statement,claimant,document,outlet\nA1,One,Blinken,Briefing,TASS\nA2,Two,GRU,,\n',
    relations: 'from,to,type,basis\nA1,A2,contradicts,they cannot both be\nA1,E9,about,\nA2,Briefing,cites,\n',
  }

  it('come in, each as its kind, and change nothing the second time', async () => {
    for (const kind of Object.keys(all) as ImportKind[]) {
      const batch = await lists.importText(all[kind] ?? '', kind)
      expect([kind, batch.rejected, batch.added + batch.updated]).toEqual([kind, 0, batch.rows])
      expect(await rowsOf(batch).then((rows) => rows.flatMap(({ reasons }) => reasons))).toEqual([])
    }
    const [blinken] = (await lists.file.call('actors.page', { search: 'Blinken' })).rows
    expect(blinken).toMatchObject({
      kind: 'person',
      aliases: ['Blinken', '블링컨'],
      affiliation: 'US Department of State',
      claims: 1,
    })
    expect((await lists.file.call('outlets.page', {})).rows[0]).toMatchObject({
      name: 'TASS',
      owner: 'Russian Federation',
      stateControlled: 'yes',
    })
    expect((await lists.file.call('documents.page', {})).rows).toMatchObject([
      { title: 'Briefing', author: 'Ivanov', published: '2024-11-03', readByMe: true, claims: 1 },
    ])
    const claim = await lists.file.call('claims.get', { id: await idOf('A1') })
    expect(claim.relations.map(({ type, state }) => [type, state]).sort()).toEqual([
      ['about', 'confirmed'],
      ['contradicts', 'confirmed'],
    ])
    for (const kind of Object.keys(all) as ImportKind[]) {
      const again = await lists.importText(all[kind] ?? '', kind)
      expect([kind, again.same]).toEqual([kind, again.rows])
    }
  })

  it('reject a relation whose ends the case does not have, or has twice', async () => {
    await lists.importText(all.claims ?? '')
    const batch = await lists.importText(
      'from,to,type\nA1,A9,supports\nA1,A1,supports\nA1,A2,hates\n,A2,cites\n',
      'relations',
    )
    expect(await told(batch)).toEqual([
      [2, 'rejected', 'skip', 'unknown-record'],
      [3, 'rejected', 'skip', 'own-relation'],
      [4, 'rejected', 'skip', 'unknown-value'],
      [5, 'rejected', 'skip', 'no-from'],
    ])
  })

  it('are conflicts where two rows of one name say different things', async () => {
    const batch = await lists.importText('name,kind\nGRU,service\nGRU,unit\ngru,service\n', 'actors')
    expect(await told(batch)).toEqual([
      [3, 'conflict', 'skip', 'repeated-key'],
      [4, 'conflict', 'skip', 'repeated-key'],
    ])
  })
})

const word = fc.constantFrom('', 'a', 'B', 'x;y', '2024-11~', '5', 'E01', 'about 5', 'официально', 'open', 'yes', 'C')
const headers: Readonly<Record<string, readonly string[]>> = {
  claims:
    'ref statement claimant outlet document published url said measure measure_category event reliability tags note status'.split(
      ' ',
    ),
  events: 'ref title when place participants status note'.split(' '),
  actors: 'name kind aliases affiliation note'.split(' '),
  outlets: 'name kind owner state_controlled country note'.split(' '),
  documents: 'title outlet author url published read_by_me note'.split(' '),
}
const table = fc.constantFrom(...Object.keys(headers)).chain((kind) =>
  fc.record({
    kind: fc.constant(kind as ImportKind),
    rows: fc.array(fc.array(word, { minLength: headers[kind]?.length ?? 0, maxLength: headers[kind]?.length ?? 0 }), {
      minLength: 1,
      maxLength: 7,
    }),
  }),
)
const textOf = (kind: ImportKind, rows: readonly (readonly string[])[]): string =>
  [headers[kind] ?? [], ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')

it('finds nothing new in a list that was imported already, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(table, table, async (before, { kind, rows }) => {
      const own = makeTestLists()
      try {
        await own.importText(textOf(before.kind, before.rows), before.kind)
        await own.importText(textOf(kind, rows), kind)
        const again = await own.importText(textOf(kind, rows), kind)
        expect({ new: again.new, changed: again.changed }).toEqual({ new: 0, changed: 0 })
      } finally {
        own.remove()
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('shows beforehand exactly what then happens', async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ kind, rows }) => {
      const path = lists.write(textOf(kind, rows))
      const { first: _first, odd, oddCount, isWhole, ...counts } = await lists.preview(path, kind)
      const batch = await lists.importFile(path, kind)
      expect(batch).toMatchObject(counts)
      expect([isWhole, oddCount]).toEqual([true, odd.length])
      const kept = await rowsOf(batch)
      expect(odd.map(({ line, verdict, action }) => [line, verdict, action])).toEqual(
        kept.map(({ line, verdict, action }) => [line, verdict, action]),
      )
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

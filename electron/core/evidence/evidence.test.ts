import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId } from '../../../shared/ids.ts'
import { makeFullReport } from '../reports/test-report.ts'
import { makeReport } from '../reports/test-sample.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'
import { intoPdf } from './carriers/pdf.ts'
import { readReport } from './read-report.ts'
import { minimalPdf } from './test-pdf.ts'

let sender: TestCase
let report: Awaited<ReturnType<typeof makeFullReport>>
let others: TestCase[] = []
beforeEach(async () => {
  sender = makeTestCase('Sender')
  report = await makeFullReport(sender)
})
afterEach(() => {
  for (const file of [sender, ...others]) file.remove()
  others = []
})

const another = (): TestCase => {
  const made = makeTestCase('Receiver')
  others.push(made)
  return made
}

const written = async (
  format: 'html' | 'docx' | 'pdf',
  name = `report.${format}`,
  from = sender,
  id = report.id,
): Promise<string> => {
  const path = join(from.folder, name)
  if (format === 'pdf') {
    const { key } = await from.call('reports.printable', { id })
    writeFileSync(path, (await from.call('reports.printed', { key, pdf: minimalPdf() })).bytes)
  } else writeFileSync(path, (await from.call('reports.render', { id, format })).bytes)
  return path
}

/** The rows that a report carries, in an order of their own, but for when they came into their case. */
async function rowsIn(path: string): Promise<unknown[]> {
  const { carried } = await readReport(path)
  return (carried?.evidence.rows ?? [])
    .map(({ fields: { created: _, ...fields }, ...row }) => ({ ...row, fields }))
    .toSorted((one, other) => one.id.localeCompare(other.id))
}

const claimIn = async (file: TestCase, ref: string): Promise<ClaimId> => {
  const { rows } = await file.call('claims.page', { filter: { ref: { in: [ref] } } })
  if (!rows[0]) throw new Error(`No claim ${ref}`)
  return rows[0].id
}

const bringAll = async (file: TestCase, path: string): Promise<void> => {
  const { sha256, usual } = await file.call('evidence.read', { path })
  await file.call('evidence.bringIn', { path, sha256, picks: usual })
}

describe('a report carries its evidence', () => {
  it.each(['html', 'docx', 'pdf'] as const)(
    'as %s, which is read back and changes nothing in its own case',
    async (format) => {
      const path = await written(format)
      const { summary, usual, sha256 } = await sender.call('evidence.read', { path })
      expect(summary).toMatchObject({ hash: 'ok', by: 'Ana', new: 0, changed: 0, conflicts: 0 })
      expect(summary.same).toBeGreaterThan(10)
      const before = await sender.call('history.state', {})
      await sender.call('evidence.bringIn', { path, sha256, picks: usual })
      expect(await sender.call('history.state', {})).toEqual(before)
    },
  )

  it.each(['html', 'docx', 'pdf'] as const)(
    'as %s into an empty case, where it is all the same then, and one step takes it back',
    async (format) => {
      const path = await written(format)
      const file = another()
      const { summary } = await file.call('evidence.read', { path })
      expect(summary).toMatchObject({ hash: 'ok', changed: 0, same: 0, conflicts: 0 })
      await bringAll(file, path)
      const again = await file.call('evidence.read', { path })
      expect(again.summary).toMatchObject({ new: 0, changed: 0, same: summary.new, conflicts: 0 })
      expect(again.usual).toEqual([])
      const { rows } = await file.call('claims.page', { filter: { ref: { in: ['K01'] } } })
      expect(rows[0]).toMatchObject({ statement: '북한군이 쿠르스크에 있다' })
      const documents = await file.call('documents.page', { search: 'report' })
      expect(documents.rows.map(({ title }) => title)).toContainEqual(expect.stringContaining(`report.${format}`))
      await file.call('history.undo', {})
      expect((await file.call('claims.page', {})).total).toBe(0)
      expect((await file.call('documents.page', {})).total).toBe(0)
    },
  )

  it.each(['html', 'docx', 'pdf'] as const)(
    'as %s into an empty case, where the same report carries the same again',
    async (format) => {
      const path = await written(format)
      const file = another()
      await bringAll(file, path)
      const secret = report.ids.get('S01')
      const { title, tlp, blocks } = await sender.call('reports.get', { id: report.id })
      const id = await makeReport(
        file.call,
        // What is above the label did not come with it.
        blocks.map(({ content }) =>
          content.kind === 'claims'
            ? { ...content, claimIds: content.claimIds.filter((claim) => claim !== secret) }
            : content,
        ),
        title,
      )
      await file.call('reports.update', { id, patch: { tlp } })
      const again = await written(format, `again.${format}`, file, id)
      expect(await rowsIn(again)).toEqual(await rowsIn(path))
    },
  )

  it('without what is above its label', async () => {
    const path = await written('html')
    expect(readFileSync(path, 'utf8')).not.toContain('What a source in place says')
    const { records } = await another().call('evidence.read', { path })
    expect(records.map(({ name }) => name)).not.toContain('S01')
  })

  it('and nothing in it can end the data block, or run', async () => {
    const html = readFileSync(await written('html'), 'utf8')
    expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
    expect(html).toContain('<script type="application/json" id="parallax-evidence">{"parallax":"evidence"')
  })
})

describe('what both have', () => {
  let file: TestCase
  beforeEach(async () => {
    file = another()
    await bringAll(file, await written('html', 'first.html'))
  })

  it('is changed where only the sender changed it, and taken', async () => {
    await sender.call('claims.update', {
      selection: { ids: [await claimIn(sender, 'K01')] },
      patch: { topic: 'deployment' },
    })
    const path = await written('html', 'second.html')
    const { summary, records } = await file.call('evidence.read', { path })
    expect(summary).toMatchObject({ new: 0, changed: 1, conflicts: 0 })
    expect(records.find(({ name }) => name === 'K01')?.differences).toMatchObject([
      { field: 'topic', ours: null, theirs: 'deployment', isConflict: false },
    ])
    await bringAll(file, path)
    expect((await file.call('claims.get', { id: await claimIn(file, 'K01') })).topic).toBe('deployment')
  })

  it('stays where only this case changed it', async () => {
    await file.call('claims.update', { selection: { ids: [await claimIn(file, 'C07')] }, patch: { place: 'Moscow' } })
    const { summary } = await file.call('evidence.read', { path: await written('html', 'second.html') })
    expect(summary).toMatchObject({ new: 0, changed: 0, conflicts: 0 })
  })

  it('is a conflict where both changed it: told with both sides, and taken only where it is chosen', async () => {
    await sender.call('claims.update', {
      selection: { ids: [await claimIn(sender, 'C07')] },
      patch: { place: 'Kursk region' },
    })
    await file.call('claims.update', { selection: { ids: [await claimIn(file, 'C07')] }, patch: { place: 'Moscow' } })
    const path = await written('html', 'second.html')
    const { summary, records, usual, sha256 } = await file.call('evidence.read', { path })
    expect(summary).toMatchObject({ changed: 0, conflicts: 1 })
    expect(usual).toEqual([])
    const record = records.find(({ verdict }) => verdict === 'conflict')
    expect(record).toMatchObject({
      name: 'C07',
      differences: [{ field: 'place', ours: 'Moscow', theirs: 'Kursk region', isConflict: true }],
    })
    const keys = record?.differences.map(({ key }) => key) ?? []
    await file.call('evidence.bringIn', { path, sha256, picks: [{ id: record?.id ?? '', keys }] })
    expect((await file.call('claims.get', { id: await claimIn(file, 'C07') })).place).toBe('Kursk region')
    // The next change of the sender is no conflict: what was read last is what it is held against.
    file.pass(5000)
    sender.pass(5000)
    await sender.call('claims.update', {
      selection: { ids: [await claimIn(sender, 'C07')] },
      patch: { place: 'Rostov' },
    })
    const third = await file.call('evidence.read', { path: await written('html', 'third.html') })
    expect(third.summary).toMatchObject({ changed: 1, conflicts: 0 })
  })

  it('is told once where it is a date, and a part as a whole: each is picked by one key', async () => {
    const id = await claimIn(sender, 'C07')
    await sender.call('claims.update', { selection: { ids: [id] }, patch: { said: '2024-11-09' } })
    await sender.call('claims.update', { selection: { ids: [id] }, patch: { quantity: '9,500' } })
    const path = await written('html', 'second.html')
    const { records, sha256 } = await file.call('evidence.read', { path })
    const record = records.find(({ name }) => name === 'C07')
    expect(record?.verdict).toBe('changed')
    const dates = record?.differences.filter(({ field }) => field === 'said') ?? []
    expect(dates).toMatchObject([{ theirs: '2024-11-09' }])
    const numbers = record?.differences.filter(({ field }) => field.startsWith('number: ')) ?? []
    expect(new Set(numbers.map(({ key }) => key)).size).toBe(1)
    const names = record?.differences.map(({ key, field }) => `${key} ${field}`) ?? []
    expect(new Set(names).size).toBe(names.length)
    const before = await file.call('claims.get', { id: await claimIn(file, 'C07') })
    await file.call('evidence.bringIn', { path, sha256, picks: [{ id, keys: dates.map(({ key }) => key) }] })
    const dated = await file.call('claims.get', { id: await claimIn(file, 'C07') })
    expect(dated).toMatchObject({ said: '2024-11-09', saidText: '2024-11-09', measures: before.measures })
    await bringAll(file, path)
    const counted = await file.call('claims.get', { id: await claimIn(file, 'C07') })
    expect(counted.measures).toMatchObject([{ best: 9500 }])
  })

  it('is offered again where it was deleted here', async () => {
    await file.call('claims.trash', { selection: { ids: [await claimIn(file, 'K01')] } })
    const { records } = await file.call('evidence.read', { path: await written('html', 'second.html') })
    expect(records.find(({ name }) => name === 'K01')).toMatchObject({ verdict: 'conflict' })
  })

  it('is found by what it says where the case has it under another id', async () => {
    const third = another()
    await third.call('claims.create', { patch: { ref: 'k01', statement: 'Another wording' } })
    await third.call('actors.create', { patch: { name: 'МИД России', kind: 'organisation' } })
    await bringAll(third, await written('html', 'second.html'))
    const { rows } = await third.call('actors.page', { search: 'МИД' })
    expect(rows).toHaveLength(1)
    const { records } = await third.call('evidence.read', { path: await written('html', 'third.html') })
    const known = records.find(({ differences }) => differences.some(({ field }) => field === 'statement'))
    expect(known).toMatchObject({ verdict: 'conflict' })
    expect(known?.differences).toContainEqual(expect.objectContaining({ ours: 'Another wording', isConflict: true }))
  })

  it('brings what it refers to with it', async () => {
    const third = another()
    const path = await written('html', 'second.html')
    const { records, sha256 } = await third.call('evidence.read', { path })
    const id = records.find(({ name }) => name === 'R01')?.id ?? ''
    await third.call('evidence.bringIn', { path, sha256, picks: [{ id }] })
    const { rows } = await third.call('claims.page', {})
    expect(rows).toMatchObject([{ ref: 'R01', claimant: 'МИД России' }])
  })

  it('brings a circle of affiliations, and undo takes it back', async () => {
    const affiliate = async (name: string, affiliation: string): Promise<void> => {
      const { rows } = await sender.call('actors.page', { search: `"${name}"` })
      const ids = rows.flatMap((row) => (row.name === name ? row.id : []))
      await sender.call('actors.update', { selection: { ids }, patch: { affiliation } })
    }
    await affiliate('МИД России', 'Москва')
    await affiliate('Москва', 'МИД России')
    const path = await written('html', 'circle.html')
    const file = another()
    await bringAll(file, path)
    const affiliations = async (): Promise<unknown> =>
      (await file.call('actors.page', {})).rows.flatMap(({ name, affiliation }) =>
        affiliation === null ? [] : [[name, affiliation]],
      )
    const both = [
      ['МИД России', 'Москва'],
      ['Москва', 'МИД России'],
    ]
    expect(await affiliations()).toEqual(both)
    await file.call('history.undo')
    expect((await file.call('actors.page', {})).total).toBe(0)
    await file.call('history.redo')
    expect(await affiliations()).toEqual(both)
  })
})

describe('a file that is not as a report should be', () => {
  const refusal = async (path: string): Promise<string> => {
    const file = another()
    const before = await file.call('history.state', {})
    const error = await file.call('evidence.read', { path }).then(
      () => 'it was read',
      (reason: unknown) => String(reason),
    )
    expect(await file.call('history.state', {})).toEqual(before)
    return error
  }
  const changed = async (from: string | RegExp, to: string): Promise<string> => {
    const path = await written('html')
    const html = readFileSync(path, 'utf8')
    expect(html).toMatch(from)
    writeFileSync(path, html.replace(from, to))
    return path
  }

  it('is read, and not brought in, where it was altered', async () => {
    const path = await changed('"statement":"Договор вступил в силу"', '"statement":"Договор не вступил в силу"')
    const file = another()
    const { summary, usual, sha256 } = await file.call('evidence.read', { path })
    expect(summary.hash).toBe('bad')
    await expect(file.call('evidence.bringIn', { path, sha256, picks: usual })).rejects.toThrow(/altered/)
    expect((await file.call('claims.page', {})).total).toBe(0)
  })

  it('is refused where it is of a newer version', async () => {
    expect(await refusal(await changed('"version":1', '"version":2'))).toMatch(/newer Parallax/)
  })

  it('is refused where it is cut off', async () => {
    for (const format of ['html', 'docx', 'pdf'] as const) {
      const path = await written(format)
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.subarray(0, format === 'html' ? bytes.length - 500 : bytes.length / 2))
      expect(await refusal(path)).toMatch(/cut off or damaged/)
    }
  })

  it('is refused where a field is none of ours, or leads to nothing', async () => {
    expect(await refusal(await changed('"topic":', '"batch":1,"topic":'))).toMatch(/batch/)
    expect(
      await refusal(await changed(/"claimant":"[^"]+"/, '"claimant":"01890000-0000-7000-8000-000000000000"')),
    ).toMatch(/leads to nothing/)
    expect(await refusal(await changed(/"said":"[^"]+"/, '"said":"yesterday"'))).toMatch(/said/)
  })

  it('is refused as a whole where it says what a case cannot hold', async () => {
    const path = await written('html')
    const html = readFileSync(path, 'utf8')
    const [, block = ''] = /id="parallax-evidence">([^<]*)</.exec(html) ?? []
    const envelope = JSON.parse(block) as {
      sha256: string
      content: { rows: { entity: string; fields: Record<string, unknown> }[] }
    }
    for (const { entity, fields } of envelope.content.rows) if (entity === 'claim') fields['status'] = 'true'
    const { createHash } = await import('node:crypto')
    envelope.sha256 = createHash('sha256').update(JSON.stringify(envelope.content)).digest('hex')
    writeFileSync(path, html.replace(block, JSON.stringify(envelope).replaceAll('<', String.raw`\u003c`)))
    const file = another()
    const { usual, sha256 } = await file.call('evidence.read', { path })
    await expect(file.call('evidence.bringIn', { path, sha256, picks: usual })).rejects.toThrow(/Nothing was changed/)
    expect((await file.call('actors.page', {})).total).toBe(0)
  })

  it('is no bomb: what unpacks to too much is not unpacked', async () => {
    const path = join(sender.folder, 'bomb.docx')
    writeFileSync(
      path,
      zipSync({ 'parallax/evidence.json': [new Uint8Array(300 * 2 ** 20), { level: 9 }], 'a.xml': strToU8('<a/>') }),
    )
    expect(await refusal(path)).toMatch(/256 MiB/)
    const pdf = join(sender.folder, 'bomb.pdf')
    const about = '{"content":{"by":[],"tlp":"CLEAR","case":{"title":""}}}'
    writeFileSync(pdf, await intoPdf(minimalPdf(), `${about}${' '.repeat(300 * 2 ** 20)}`))
    expect(await refusal(pdf)).toMatch(/256 MiB/)
  }, 60_000)

  it('is refused where it is another file than the one that was looked at', async () => {
    const path = await written('html')
    const file = another()
    const { usual } = await file.call('evidence.read', { path })
    await expect(file.call('evidence.bringIn', { path, sha256: 'f'.repeat(64), picks: usual })).rejects.toThrow(
      /another file/,
    )
  })

  it('is told to carry none where it carries none', async () => {
    const path = join(sender.folder, 'plain.html')
    writeFileSync(path, '<p>Hello</p>')
    expect((await sender.call('evidence.read', { path })).summary).toMatchObject({ hash: 'none', made: null, new: 0 })
  })
})

it('keeps its Word file whole: every part is there as it was', async () => {
  const parts = unzipSync(readFileSync(await written('docx')))
  expect(Object.keys(parts)).toContain('parallax/evidence.json')
  expect(Object.keys(parts)).toContain('word/document.xml')
})

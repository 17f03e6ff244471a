import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../../shared/contract.ts'
import type { ClaimId, JudgementId, ReportExportId, ReportId } from '../../../../shared/ids.ts'
import type { BlockContent } from '../../../../shared/report.ts'
import type { Tlp } from '../../../../shared/scales.ts'
import { connect } from '../../../store/connection.ts'
import { makeTestCase, type TestCase } from '../../test-case.ts'
import { makeReport } from '../test-sample.ts'

let file: TestCase
beforeEach(() => {
  file = makeTestCase()
})
afterEach(() => file.remove())

const firstId = ({ ids: [id = ''] }: { readonly ids: readonly string[] }): string => id

const claim = async (ref: string, patch: object = {}): Promise<ClaimId> =>
  firstId(await file.call('claims.create', { patch: { ref, statement: `Statement of ${ref}`, ...patch } })) as ClaimId
const judge = async (patch: Input<'judgements.create'>['patch']): Promise<JudgementId> =>
  firstId(await file.call('judgements.create', { patch })) as JudgementId

/** Sends the report out as the window does; answers the version. */
async function exported(id: ReportId, format: 'html' | 'md' = 'html', tlp?: Tlp): Promise<ReportExportId> {
  const { bytes, snapshot } = await file.call('reports.render', { id, format, tlp })
  expect(bytes.length).toBeGreaterThan(0)
  const record = { id, format, fileName: `report.${format}`, sha256: 'a'.repeat(64), tlp, snapshot }
  const { id: version, isKept } = await file.call('reports.recordExport', record)
  expect(isKept).toBe(true)
  return version as ReportExportId
}

const compared = (
  id: ReportId,
  before: ReportExportId,
  after: ReportExportId | null = null,
): Promise<Output<'reports.compareVersions'>> => file.call('reports.compareVersions', { id, before, after })

/** "changed C07 credibility: 3 → 2", of each record that differs. */
const told = ({ records }: Output<'reports.compareVersions'>): string[] =>
  records.map(({ verdict, name, differences }) =>
    [verdict, name, ...differences.map(({ field, before, after }) => `${field}: ${before} → ${after}`)].join(' '),
  )
const markdownOf = async (id: ReportId, tlp?: Tlp): Promise<string> =>
  new TextDecoder().decode((await file.call('reports.render', { id, format: 'md', tlp })).bytes)
/** What the block of changes says, without its first line, which bears a date. */
const changesIn = (markdown: string): string | undefined =>
  /## Changes since the last version\n\n([^]*?)\n\n(?:##|\*\*TLP)/.exec(markdown)?.[1]

function keptCount(): unknown {
  const db = connect(file.path, { readOnly: true })
  try {
    return db.prepare('SELECT count(*) FROM report_snapshot').pluck().get()
  } finally {
    db.close()
  }
}

const text = (markdown: string): BlockContent => ({ kind: 'text', markdown })

describe('versions of a report', () => {
  it('are compared in their text and in the records behind them, with each other and with now', async () => {
    const [kept, regraded, gone] = [
      await claim('C01'),
      await claim('C02', { credibility: '3', quantity: 'about 10,000', subject: 'soldiers', category: 'present' }),
      await claim('C03'),
    ]
    const judgement = await judge({ statement: 'It will go on', likelihood: 'unlikely', confidence: 'low' })
    const id = await makeReport(file.call, [
      text('About 10,000 are there.'),
      { kind: 'key-judgements', judgementIds: [judgement] },
      { kind: 'claims', claimIds: [kept, regraded, gone] },
    ])
    const first = await exported(id)
    await file.call('claims.update', { selection: { ids: [regraded] }, patch: { credibility: '2' } })
    await file.call('judgements.update', {
      id: judgement,
      patch: { likelihood: 'likely', evidence: [{ claimId: kept, side: 'supports' }] },
    })
    const { blocks } = await file.call('reports.get', { id })
    const [words, , table] = blocks
    if (!words || !table) throw new Error('The blocks are not there')
    await file.call('blocks.update', { id: words.id, content: text('About 12,000 are there.') })
    const fresh = await claim('C04')
    await file.call('blocks.update', { id: table.id, content: { kind: 'claims', claimIds: [kept, regraded, fresh] } })

    const now = await compared(id, first)
    expect([now.before.at !== null, now.after.at]).toEqual([true, null])
    expect(told(now).sort()).toEqual([
      'added C04',
      'changed C02 credibility: 3 → 2',
      'changed “It will go on” likelihood: unlikely → likely evidence: null → C01 supports it',
      'removed C03',
    ])
    const lines = now.lines.filter(({ verdict }) => verdict !== 'same')
    expect(lines.find(({ role }) => role === 'text')?.after.filter(({ isChanged }) => isChanged)).toEqual([
      { text: '12', isChanged: true },
    ])
    expect(lines.some(({ role, verdict }) => role === 'row' && verdict === 'removed')).toBe(true)

    const second = await exported(id)
    await file.call('claims.trash', { selection: { ids: [kept] } })
    expect(told(await compared(id, first, second))).toEqual(told(now))
    expect((await compared(id, second, second)).records).toEqual([])
    expect(told(await compared(id, second))).toContain('removed C01')
  })

  it('share what they say, come back with redo and are there after a restart', async () => {
    const id = await makeReport(file.call, [text('One')])
    const versions = [await exported(id), await exported(id, 'md')]
    const { exports } = await file.call('reports.get', { id })
    expect(exports.map(({ isKept }) => isKept)).toEqual([true, true])
    expect(keptCount()).toBe(1)
    await file.call('history.undo')
    await file.call('history.redo')
    file = file.reopen()
    const [first, second] = versions
    if (!first || !second) throw new Error('Nothing was exported')
    expect((await compared(id, first, second)).lines.every(({ verdict }) => verdict === 'same')).toBe(true)
  })

  it('of another report, and those of which nothing was kept, are refused with the reason', async () => {
    const [id, other] = [await makeReport(file.call, [text('One')]), await makeReport(file.call, [text('Two')], 'Two')]
    const version = await exported(other)
    await expect(compared(id, version)).rejects.toMatchObject({ code: 'not-found' })
    const { id: old } = await file.call('reports.recordExport', {
      ...{ id, format: 'pdf', fileName: 'old.pdf', sha256: 'b'.repeat(64) },
    })
    await expect(compared(id, old as ReportExportId)).rejects.toThrow(/before Parallax kept versions/)
  })

  it('lose what they said when the trash is emptied of something that they held; others stay', async () => {
    const [secret, plain] = [await claim('C01'), await claim('C02')]
    const id = await makeReport(file.call, [{ kind: 'claims', claimIds: [plain] }])
    const without = await exported(id)
    const [table] = (await file.call('reports.get', { id })).blocks
    if (!table) throw new Error('The block is not there')
    await file.call('blocks.update', { id: table.id, content: { kind: 'claims', claimIds: [plain, secret] } })
    const withIt = await exported(id)
    await file.call('claims.trash', { selection: { ids: [secret] } })
    await file.call('trash.empty')
    expect((await file.call('reports.get', { id })).exports.map(({ isKept }) => isKept)).toEqual([false, true])
    await expect(compared(id, withIt)).rejects.toThrow(/trash was emptied/)
    expect(told(await compared(id, without))).toEqual([])
  })
})

describe('the block of changes', () => {
  const changes: BlockContent = { kind: 'changes' }

  it('tells what is other than in the version before, and nothing before there is one', async () => {
    const judgement = await judge({ statement: 'It will go on', likelihood: 'unlikely', assumptions: 'A'.repeat(200) })
    const regraded = await claim('C02', { credibility: '3' })
    const id = await makeReport(file.call, [
      changes,
      { kind: 'key-judgements', judgementIds: [judgement] },
      { kind: 'claims', claimIds: [regraded] },
    ])
    expect(changesIn(await markdownOf(id))).toBeUndefined()
    await exported(id)
    // The same in another format is the same version.
    await exported(id, 'md')
    expect(changesIn(await markdownOf(id))).toBeUndefined()
    await file.call('judgements.update', { id: judgement, patch: { likelihood: 'likely', assumptions: 'Other' } })
    await file.call('claims.update', { selection: { ids: [regraded] }, patch: { credibility: '2' } })
    const told = changesIn(await markdownOf(id))
    expect(told).toMatch(/^- \*\*Compared with:\*\* the version of \d+ \w+ \d{4}, TLP:CLEAR\.\n/)
    expect(told).toContain('- **Judgement 1:** likelihood: unlikely → likely; assumptions reworded')
    expect(told).toContain('- **C02:** credibility: 3 → 2')
    expect(await markdownOf(id)).toBe(await markdownOf(id))
    const next = await exported(id)
    // It is told of the same version before until something changes again.
    expect(changesIn(await markdownOf(id))).toBe(told)
    const { lines } = await compared(id, next)
    expect(lines.some(({ after }) => after.some((piece) => piece.text.includes('Compared with')))).toBe(false)
  })

  it('holds against versions under its own label, and never tells what is above it', async () => {
    const [plain, secret] = [await claim('C01'), await claim('C02', { tlp: 'RED', statement: 'Secret words' })]
    const id = await makeReport(file.call, [changes, { kind: 'claims', claimIds: [plain, secret] }])
    await exported(id, 'html', 'RED')
    expect(changesIn(await markdownOf(id, 'GREEN'))).toBeUndefined()
    await exported(id, 'html', 'GREEN')
    await file.call('claims.update', { selection: { ids: [plain] }, patch: { statement: 'Other words' } })
    await file.call('claims.update', { selection: { ids: [secret] }, patch: { statement: 'More secrets' } })
    const green = await markdownOf(id, 'GREEN')
    expect(changesIn(green)).toContain('- **C01:** statement: Statement of C01 → Other words')
    expect(green).not.toMatch(/secret/i)
    expect(changesIn(await markdownOf(id, 'RED'))).toContain('- **C02:** statement: Secret words → More secrets')
  })
})

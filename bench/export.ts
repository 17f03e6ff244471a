import { caseOf } from './cases.ts'
import type { Measured } from './figure.ts'
import { costOf, median, type Cost, type Program } from './measure.ts'

/** How much longer than the shell an export may take. */
const exportGoal = 1.5

/** Measures the export of all claims as CSV by the command line, by turns with the sqlite3 shell's of the same columns. */
export async function benchExport(program: Program, rows: number, runs: number): Promise<Measured[]> {
  const path = await caseOf(program, rows)
  const shells: Cost[] = []
  const own: Cost[] = []
  for (let run = 0; run < runs; run += 1) {
    shells.push(await costOf('sqlite3', ['-batch', '-bail', '-readonly', '-csv', '-header', path], sameColumns))
    own.push(await costOf(program.node, [program.cli, 'list', path, 'claims', '--csv']))
  }
  const [shell, ours] = [median(shells), median(own)]
  const perRow = ({ seconds }: Cost): number => (seconds * 1e6) / rows
  return [
    {
      name: 'export of all claims as CSV, to the shell',
      unit: '×',
      value: ours.seconds / shell.seconds,
      goal: exportGoal,
    },
    { name: 'the same as time, a row', unit: 'µs', value: perRow(ours), peer: perRow(shell) },
    { name: 'its memory', unit: 'MiB', value: ours.peakMiB, peer: shell.peakMiB },
  ]
}

const sameColumns = `
SELECT t.id, t.ref, t.statement, a.name, t.basis, o.name, d.title, coalesce(t.said, t.said_text), t.topic, t.place,
  m.subject, m.category, m.low, m.high, m.best, m.qualifier, m.unit,
  (SELECT group_concat(other.verbatim, ';') FROM measure other WHERE other.claim = t.num AND other.position > 0),
  e.title, t.reliability, t.credibility, t.status, t.tlp,
  (SELECT group_concat(tag.name, ';') FROM claim_tag ct JOIN tag ON tag.num = ct.tag WHERE ct.claim = t.num),
  (SELECT count(*) FROM carriage ca WHERE ca.claim = t.num),
  (SELECT count(*) FROM note_pin p WHERE p.claim = t.num), t.created, t.changed
FROM claim t LEFT JOIN actor a ON a.num = t.claimant LEFT JOIN outlet o ON o.num = t.lead_outlet
  LEFT JOIN document d ON d.num = t.lead_document LEFT JOIN event e ON e.num = t.event
  LEFT JOIN measure m ON m.claim = t.num AND m.position = 0
WHERE t.trashed IS NULL ORDER BY t.num;
`

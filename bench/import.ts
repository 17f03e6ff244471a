import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { listOf } from './cases.ts'
import { claimColumns } from './claims-list.ts'
import { costOf, fresh, median, type Cost, type Program } from './measure.ts'

export interface ImportResult {
  readonly rows: number
  readonly shell: Cost
  readonly parallax: Cost
  /** Parallax's time to that of the shell. */
  readonly ratio: number
}

/**
 * Imports a list of claims with the command line into an empty case, and with the sqlite3 shell into one flat table with
 * the same indexes and the same FTS5 index over the folded texts: by turns, since other work on the machine must not meet only one.
 */
export async function benchImport(program: Program, rows: number, runs: number): Promise<ImportResult> {
  const list = await listOf(program, rows)
  const shells: Cost[] = []
  const ours: Cost[] = []
  for (let run = 0; run < runs; run += 1) {
    shells.push(await byShell(program.folder, list))
    ours.push(await byParallax(program, list))
  }
  // The other parts measure with what came in last.
  renameSync(join(program.folder, 'bench.parallax'), join(program.folder, `claims-${rows}.parallax`))
  const [shell, parallax] = [median(shells), median(ours)]
  return { rows, shell, parallax, ratio: parallax.seconds / shell.seconds }
}

async function byParallax({ node, cli, folder }: Program, list: string): Promise<Cost> {
  const path = fresh(folder, 'bench.parallax')
  await costOf(node, [cli, 'new', path])
  return costOf(node, [cli, 'import', path, list])
}

/** The columns by which the grid sorts and filters; each has an index in the case too. */
const indexed = [
  ...['ref', 'claimant', 'outlet', 'document', 'said', 'place', 'statement'],
  // What is looked up together, and the orders of references and statements.
  ...['topic, status, reliability, credibility', 'ref COLLATE NOCASE', 'substr(statement, 1, 60)'],
] as const

function byShell(folder: string, list: string): Promise<Cost> {
  const path = fresh(folder, 'bench.sqlite')
  const script = [
    `CREATE TABLE claim (${claimColumns.map((column) => `${column} TEXT`).join(', ')});`,
    '.mode csv',
    `.import --skip 1 "${list}" claim`,
    ...indexed.map((columns, at) => `CREATE INDEX claim_${at} ON claim (${columns});`),
    'CREATE TABLE search_text (key INTEGER PRIMARY KEY, text TEXT);',
    `INSERT INTO search_text SELECT rowid, lower(ref || char(10) || statement || char(10)) FROM claim;`,
    `CREATE VIRTUAL TABLE search USING fts5(text, content = 'search_text', content_rowid = 'key', columnsize = 0, tokenize = 'trigram case_sensitive 1');`,
    `INSERT INTO search (search) VALUES ('rebuild');`,
  ]
  return costOf('sqlite3', ['-batch', '-bail', path], script.join('\n'))
}

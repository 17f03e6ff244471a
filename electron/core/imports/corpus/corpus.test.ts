import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openList, preambleProblems, rowProblems, textProblems } from '../list-file.ts'
import { corpus, type CorpusCase } from './cases.ts'

const folder = join(import.meta.dirname, 'files')

// `UPDATE_CORPUS=1 npx vitest run corpus` writes the files anew after a change of the generator.
if (process.env['UPDATE_CORPUS']) {
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of corpus) writeFileSync(join(folder, `${name}.csv`), bytes)
}

it('is in the repository as the generator makes it', () => {
  expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual(corpus.map(({ name }) => `${name}.csv`).sort())
  for (const { name, bytes } of corpus) expect(readFileSync(join(folder, `${name}.csv`)).equals(bytes), name).toBe(true)
})

it.each(corpus.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
  expect(await readBack(one)).toEqual({ header: one.header, rows: one.rows, problems: one.problems })
})

async function readBack({ name }: CorpusCase): Promise<Pick<CorpusCase, 'header' | 'rows' | 'problems'>> {
  const list = await openList(join(folder, `${name}.csv`))
  const { header, width } = list.table.shape
  const rows: string[][] = []
  const problems = preambleProblems(list)
  for await (const portion of list.table.rows()) {
    for (const row of portion) {
      problems.push(...rowProblems(row, width))
      if (row.role === 'data' || row.role === 'other-table') rows.push(row.cells)
    }
  }
  problems.push(...textProblems(list))
  return { header, rows, problems: problems.map(({ code, line }) => `${code}@${line}`) }
}

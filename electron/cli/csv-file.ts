import { resolve } from 'node:path'
import { describeFile, type FileDescription } from '../core/imports/describe.ts'
import {
  evenCells,
  openList,
  preambleProblems,
  rowProblems,
  textProblems,
  type FileProblem,
  type ListOptions,
} from '../core/imports/list-file.ts'
import { writeWholeFrom } from '../store/write-whole.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

/** `parallax csv inspect <file>` */
export async function inspectCsv(
  io: Io,
  file: string,
  options: ListOptions & { readonly json?: boolean },
): Promise<ExitCode> {
  const { json, ...how } = options
  const found = await describeFile(resolve(file), how)
  io.out(json ? `${JSON.stringify(found)}\n` : inWords(found))
  return exitCodes.done
}

const named: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'space',
}

function inWords(found: FileDescription): string {
  const { encoding, bom, delimiter, quote, newline, header, rows, columns, problems, problemCount, doubt } = found
  const lines = [
    `${found.file}: ${rows} rows of ${header.length} columns`,
    `Encoding:  ${encoding}${bom ? ' with a byte order mark' : ''}${doubt ? ` (${doubt.message})` : ''}`,
    `Cells:     parted by ${named[delimiter] ?? JSON.stringify(delimiter)}, enclosed in ${quote ?? 'nothing'}; lines end in ${newline}`,
    `Header:    ${found.headerRows === 0 ? 'none' : header.join(', ')}`,
    ...columns.map(
      ({ name, field, examples }) =>
        `  ${name} → ${field ?? 'no field'}${examples.length > 0 ? ` (${examples.join(' | ')})` : ''}`,
    ),
    ...problems.map(problemLine),
    ...(problemCount > problems.length ? [`… and ${problemCount - problems.length} more`] : []),
  ]
  return `${lines.join('\n')}\n`
}

const problemLine = ({ line, column, message }: FileProblem): string =>
  `line ${line}${column === null ? '' : `, cell ${column}`}: ${message}`

/** `parallax csv normalize <file>`: the table as RFC 4180 in UTF-8, nothing mapped. What is no row of it is told. */
export async function normalizeCsv(
  io: Io,
  file: string,
  options: ListOptions & { readonly out?: string },
): Promise<ExitCode> {
  const { out, ...how } = options
  const list = await openList(resolve(file), how)
  const { width, header } = list.table.shape
  const tell = (problems: readonly FileProblem[]): void =>
    problems.forEach((problem) => io.err(`${file}: ${problemLine(problem)}\n`))
  tell(preambleProblems(list))
  await writeTo(io, out, async function* () {
    yield line(header)
    for await (const portion of list.table.rows()) {
      let text = ''
      for (const row of portion) {
        tell(rowProblems(row, width))
        if (row.role === 'data' || row.role === 'other-table') text += line(evenCells(row, width))
      }
      yield text
    }
    tell(textProblems(list))
  })
  return exitCodes.done
}

/** Texts as they are, not made safe for spreadsheets: this is the same list once more. */
const line = (cells: readonly string[]): string => `${cells.map(enclosed).join(',')}\r\n`
const enclosed = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** To stdout, or to a file that appears when it is whole. */
async function writeTo(io: Io, out: string | undefined, parts: () => AsyncGenerator<string>): Promise<void> {
  if (out === undefined) {
    for await (const part of parts()) io.out(part)
    return
  }
  await writeWholeFrom(out, parts())
}

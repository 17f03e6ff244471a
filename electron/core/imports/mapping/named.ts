import type { ImportProblem } from '../../../../shared/import.ts'
import type { FileProblem } from '../list-file.ts'
import { columnName } from './sources.ts'

/** A problem of the file as one of the import: a cell is named by its column. */
export const named = ({ line, column, code, message }: FileProblem, header: readonly string[]): ImportProblem => ({
  line,
  column: column === null ? null : columnName(header, column - 1),
  code,
  message,
})

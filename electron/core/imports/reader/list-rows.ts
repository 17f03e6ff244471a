import type { ImportProblem } from '../../../../shared/import.ts'
import {
  evenCells,
  openList,
  preambleProblems,
  rowProblems,
  textProblems,
  type FileProblem,
  type ListFile,
} from '../list-file.ts'
import { conventionsOf, type Conventions } from '../mapping/conventions.ts'
import { checkMapping } from '../mapping/mapping.ts'
import { named } from '../mapping/named.ts'
import { sourcesOf, type Sources } from '../mapping/sources.ts'
import { identityOf } from '../plan/identity.ts'
import { marksOf } from '../plan/row-index.ts'
import { claimRowOf } from '../rows/claim-row.ts'
import { readDraft } from '../rows/read-row.ts'
import { Memory, RowReader } from '../rows/row-reader.ts'
import type { BodyRow } from '../table/body.ts'
import type { TextLine } from './protocol.ts'
import type { ListFacts, Portion, ReadRequest, RowSource } from './row-source.ts'

/** Rows that are handed on together: a cancel is heard and progress told within a few hundredths of a second. */
const portionSize = 250

/** Reads a list's rows to drafts, in the thread that asks. */
export class ListRows implements RowSource {
  readonly facts: ListFacts
  readonly #list: ListFile
  readonly #request: ReadRequest
  readonly #sources: Sources
  readonly #conventions: Conventions
  readonly #memory = new Memory()

  private constructor(list: ListFile, request: ReadRequest) {
    const { shape, sample } = list.table
    this.facts = factsOf(list)
    this.#list = list
    this.#request = request
    this.#sources = sourcesOf(shape.header, request.mapping)
    this.#conventions = conventionsOf(this.#sources, sample, request.options?.dateOrder ?? null)
  }

  /** Opens a list and finds its table. Refuses a mapping that does not fit it. */
  static async open(request: ReadRequest): Promise<ListRows> {
    const list = await openList(request.path, request.options)
    try {
      checkMapping(request.kind, list.table.shape.header, request.mapping)
      return new ListRows(list, request)
    } catch (error) {
      await list.text.close()
      throw error
    }
  }

  async *portions(size = portionSize): AsyncGenerator<Portion & { readonly lines: readonly TextLine[] }> {
    yield this.#portion(preambleProblems(this.#list).map((problem) => this.#outside(problem, [])))
    for await (const found of this.#list.table.rows()) {
      for (let at = 0; at < found.length; at += size)
        yield this.#portion(found.slice(at, at + size).flatMap((row) => this.#lines(row)))
    }
    yield this.#portion(textProblems(this.#list).map((problem) => this.#outside(problem, [])))
  }

  async close(): Promise<void> {
    await this.#list.text.close()
  }

  #portion(lines: readonly TextLine[]): Portion & { readonly lines: readonly TextLine[] } {
    return { lines, read: this.#list.text.read }
  }

  #lines(found: BodyRow): TextLine[] {
    if (found.role === 'data' || found.role === 'other-table') return [this.#row(found)]
    const { width } = this.#list.table.shape
    return rowProblems(found, width).map((problem) => this.#outside(problem, found.cells))
  }

  #row(found: BodyRow): TextLine {
    const { width, header } = this.#list.table.shape
    const { kind, matching } = this.#request
    const odd = rowProblems(found, width)
    const row = new RowReader(found.line, evenCells(found, width), this.#sources, this.#conventions, this.#memory)
    row.problems.push(...odd.map((problem) => named(problem, header)))
    // Which cell of a row of another length belongs where is not known, and a row of another table is none of this one.
    const isOfTable = found.role === 'data' && odd.every(({ code }) => code !== 'short-row' && code !== 'long-row')
    const draft = isOfTable ? readDraft(kind, row) : null
    const claim = draft && kind === 'claims' ? claimRowOf(draft) : null
    const content = JSON.stringify(claim ?? draft)
    const identity = draft && identityOf(kind, draft, matching?.key)
    return {
      line: found.line,
      isRow: true,
      raw: found.cells,
      isRecord: draft !== null,
      draft,
      content,
      claim,
      problems: row.problems,
      isStrict: identity?.isStrict ?? false,
      marks: identity && marksOf(identity.text, content),
    }
  }

  /** What is in the file and no row of the table: it is told, so that nothing goes missing. */
  #outside(problem: FileProblem, raw: readonly string[]): TextLine {
    const problems: ImportProblem[] = [named(problem, this.#list.table.shape.header)]
    return {
      line: problem.line,
      isRow: false,
      raw,
      isRecord: false,
      draft: null,
      content: 'null',
      claim: null,
      problems,
      isStrict: false,
      marks: null,
    }
  }
}

function factsOf({ text, table }: ListFile): ListFacts {
  const { name, sha256, size, encoding, bom, newline, container, head } = text
  const lines = head.split('\n').length
  return {
    name,
    sha256,
    size,
    encoding,
    dialect: { ...table.dialect, byteOrderMark: bom, newline, container },
    header: [...table.shape.header],
    expectedRows: head === '' ? 0 : Math.round((size / Buffer.byteLength(head)) * lines),
  }
}

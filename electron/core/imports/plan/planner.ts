import type { ImportField, ImportKind } from '../../../../shared/import-lists.ts'
import type { ImportProblem, Matching, OnDuplicate, RowVerdict, Verdict } from '../../../../shared/import.ts'
import { foldText } from '../../../../shared/text.ts'
import type { ReadLine } from '../reader/row-source.ts'
import type { Draft } from '../rows/draft.ts'
import { nothing, type Ends, type Maker, type Making } from './creation.ts'
import { differencesOf, type Difference } from './differences.ts'
import type { Flag } from './document-book.ts'
import { loadExisting, type Existing } from './existing.ts'
import { setByHand } from './hand.ts'
import { isAbout } from './identity.ts'
import { entityOf, isReferenced } from './kinds.ts'
import { endsCalled, Matcher, type Candidates } from './match.ts'
import { RowIndex, type Earlier } from './row-index.ts'

/** What is to become of a row, and the changes that do it. Nothing is changed by planning. */
export interface PlannedRow extends Omit<RowVerdict, 'raw'> {
  /** The row as it stood in the file; looked up only where it is asked for. */
  readonly raw: () => readonly string[]
  readonly draft: () => Draft | null
  readonly making: () => Making
}

interface PlannerOptions {
  readonly maker: Maker
  readonly matching: Matching
  /** The fields that the list says anything of, be it nothing in some rows. */
  readonly has: ReadonlySet<ImportField>
  readonly columnOf: (field: ImportField) => string | null
  readonly batch: number | null
  readonly expectedRows: number
  /** Whether a record came with a list of the very same columns: this may be the same list once more. */
  readonly isOwnList: (id: string) => boolean
}

/** Holds rows against the case and against the rows before them, and gives each its verdict. */
export class Planner {
  readonly #options: PlannerOptions
  readonly #kind: ImportKind
  readonly #matcher: Matcher
  readonly #rows: RowIndex
  /** The records that earlier rows are about: a second row cannot be about one of them too. */
  readonly #taken = new Set<string>()

  constructor(options: PlannerOptions) {
    const { maker, matching, batch } = options
    this.#options = options
    this.#kind = maker.kind
    this.#rows = new RowIndex(options.expectedRows)
    this.#matcher = new Matcher(maker.ctx.db, maker.kind, { key: matching.key ?? [], batch })
  }

  /** The verdicts of rows in the order of the file. */
  plan(rows: readonly ReadLine[]): PlannedRow[] {
    const { maker } = this.#options
    const found = this.#matcher.isEmpty ? [] : this.#matcher.find(rows.flatMap(({ draft }) => draft ?? []))
    const ids = [...new Set(found.flatMap((candidates) => candidates?.ids ?? []))]
    const known = ids.length > 0 ? loadExisting(maker.ctx.db, entityOf[this.#kind], ids) : new Map<string, Existing>()
    let at = 0
    return rows.map((row) => {
      if (!row.isRecord) return rejected(row, row.problems)
      const candidates = found[at++] ?? null
      return new RowPlan(this.#options, this.#rows, this.#taken, row).decide(candidates, known)
    })
  }
}

const rejected = (row: ReadLine, reasons: readonly ImportProblem[]): PlannedRow => ({
  line: row.line,
  verdict: 'rejected',
  action: 'skip',
  record: null,
  differences: [],
  reasons: [...reasons],
  raw: () => row.raw,
  draft: () => row.draft,
  making: () => nothing,
})

/** The plan of one row, while it is made. */
class RowPlan {
  readonly #options: PlannerOptions
  readonly #kind: ImportKind
  readonly #rows: RowIndex
  readonly #taken: Set<string>
  readonly #row: ReadLine
  readonly #reasons: ImportProblem[]
  #ends: Ends | null = null

  constructor(options: PlannerOptions, rows: RowIndex, taken: Set<string>, row: ReadLine) {
    this.#options = options
    this.#kind = options.maker.kind
    this.#rows = rows
    this.#taken = taken
    this.#row = row
    this.#reasons = [...row.problems]
  }

  /** What is asked of a row before anything is found that it may be about. */
  get #said(): Pick<Draft, 'ref' | 'document'> {
    return this.#row.claim ?? this.#draft
  }

  get #draft(): Draft {
    const { draft } = this.#row
    if (!draft) throw new Error(`Line ${this.#row.line} gives no record`)
    return draft
  }

  decide(candidates: Candidates | null, known: ReadonlyMap<string, Existing>): PlannedRow {
    if (this.#kind === 'relations' && !this.#findEnds()) return rejected(this.#row, this.#reasons)
    const { marks, isStrict, line } = this.#row
    const earlier = marks && this.#rows.note(marks, line)
    if (earlier?.isSame) return this.#repeated(earlier)
    if (earlier && isStrict) return this.#contradicting(earlier)
    const about = this.#about(candidates, known)
    if (about.length === 0) return this.#unknown(earlier)
    const compared = about.map((record) => ({
      record,
      differences: differencesOf(this.#options.maker, this.#draft, record, this.#flag),
    }))
    const match =
      compared.find(({ differences }) => differences.length === 0) ?? (compared.length === 1 ? compared[0] : undefined)
    if (!match) return this.#several(about)
    this.#taken.add(match.record.id)
    return this.#matched(match.record, match.differences, candidates?.by === 'ref')
  }

  #flag: Flag = (field, code, message) => {
    const problem = { line: this.#row.line, column: this.#options.columnOf(field), code, message }
    // A row that is held against several records would say it for each.
    if (!this.#reasons.some((known) => known.code === code && known.message === message)) this.#reasons.push(problem)
  }

  /** The candidates that the row can be about, by all that it says of who they are. */
  #about(candidates: Candidates | null, known: ReadonlyMap<string, Existing>): Existing[] {
    if (candidates === null) return []
    const { by, ids } = candidates
    return ids
      .flatMap((id) => known.get(id) ?? [])
      .filter(
        (record) =>
          !this.#taken.has(record.id) &&
          (by !== 'content' || isAbout(this.#options.maker, this.#options.has, this.#draft, record)),
      )
  }

  #decision(line: number): OnDuplicate | undefined {
    return this.#options.matching.decisions?.[String(line)] ?? this.#options.matching.onDuplicate
  }

  #repeated(earlier: Earlier): PlannedRow {
    this.#note('repeated-row', `The row says the same as line ${earlier.line}.`)
    return this.#planned('same', null, [], this.#decision(this.#row.line) === 'add' ? 'add' : 'skip', true)
  }

  #contradicting(earlier: Earlier): PlannedRow {
    const { ref } = this.#said
    const isRef = isReferenced(this.#kind) && ref !== null
    if (isRef)
      this.#flag(
        'ref',
        'repeated-ref',
        `The reference ${ref} is that of line ${earlier.line} already, which says otherwise.`,
      )
    else
      this.#note('repeated-key', `Line ${earlier.line} is about the same ${entityOf[this.#kind]} and says otherwise.`)
    return this.#planned('conflict', null, [], this.#decision(this.#row.line) === 'add' ? 'add' : 'skip', true)
  }

  #several(about: readonly Existing[]): PlannedRow {
    const some = about.slice(0, 5).map(({ called }) => called)
    const called = [...some, ...(about.length > some.length ? ['…'] : [])].join(', ')
    this.#note('several-records', `The row may be about ${about.length} records: ${called}.`)
    const isRefTaken = about.some(({ fields }) => this.#hasRef(fields['ref']))
    return this.#planned('conflict', null, [], this.#decision(this.#row.line) === 'add' ? 'add' : 'skip', isRefTaken)
  }

  #unknown(earlier: Earlier | null): PlannedRow {
    if (earlier)
      this.#note('repeated-content', `The row looks like line ${earlier.line} and says something more or else.`)
    const action = this.#options.matching.decisions?.[String(this.#row.line)] === 'skip' ? 'skip' : 'add'
    return this.#planned('new', null, [], action, false)
  }

  #matched(record: Existing, differences: readonly Difference[], isByRef: boolean): PlannedRow {
    const decision = this.#decision(this.#row.line)
    const isRefTaken = this.#hasRef(record.fields['ref'])
    if (differences.length === 0)
      return this.#planned('same', record, differences, decision === 'add' ? 'add' : 'skip', isRefTaken)
    const byHand = differences.filter(({ over }) => over && setByHand(this.#options.maker.ctx.db, over))
    const isOther = isByRef && this.#isOther(record, differences)
    if (byHand.length === 0 && !isOther)
      return this.#planned('changed', record, differences, decision ?? 'update', isRefTaken)
    if (byHand.length > 0)
      this.#note(
        'edited-by-hand',
        `A person wrote ${byHand.map(({ field }) => field).join(', ')} of ${record.called}; the row says otherwise.`,
      )
    if (isOther)
      this.#note(
        'other-record',
        `The case's ${record.called} says something else altogether: another list may have the same references.`,
      )
    return this.#planned('conflict', record, differences, decision ?? 'skip', isRefTaken)
  }

  /** Whether a reference seems to be another list's: nothing by which the record could be known again agrees with the row. */
  #isOther({ id }: Existing, differences: readonly Difference[]): boolean {
    const telling = this.#kind === 'claims' ? ['statement', 'claimant', 'said'] : ['title', 'when']
    const differing = new Set(differences.filter(({ over }) => over !== null).map(({ field }) => field))
    if (!telling.some((field) => differing.has(field))) return false
    const { fields, names } = this.#draft
    const isGiven = (field: string): boolean => field in fields || `${field}_text` in fields || field in names
    if (telling.some((field) => isGiven(field) && !differing.has(field))) return false
    return !this.#options.isOwnList(id)
  }

  #hasRef(ref: unknown): boolean {
    const own = this.#said.ref
    return own !== null && typeof ref === 'string' && foldText(ref) === foldText(own)
  }

  #note(code: string, message: string): void {
    this.#reasons.push({ line: this.#row.line, column: null, code, message })
  }

  #planned(
    verdict: Verdict,
    record: Existing | null,
    differences: readonly Difference[],
    action: PlannedRow['action'],
    isRefTaken: boolean,
  ): PlannedRow {
    const { maker } = this.#options
    const { ref, document } = this.#said
    if (action === 'add' && isRefTaken && ref !== null)
      this.#flag('ref', 'new-ref', `The reference ${ref} is taken: the row gets the case's next one.`)
    const addition = document && action !== 'skip' ? maker.documents.additionOf(document, this.#flag) : {}
    if (document && action !== 'skip') maker.documents.take(document, addition)
    const how = { isRefTaken, addition }
    const make = (): Making =>
      this.#row.claim ? maker.makeClaim(this.#row.claim, how) : maker.make(this.#draft, { ...how, ends: this.#ends })
    const change = (): Making => maker.making(differences.flatMap(({ changes }) => changes()))
    return {
      line: this.#row.line,
      verdict,
      action,
      record: record?.called ?? null,
      differences: differences.map(({ field, old, new: next }) => ({ field, old, new: next })),
      reasons: this.#reasons,
      raw: () => this.#row.raw,
      draft: () => this.#row.draft,
      making: action === 'add' ? make : action === 'update' ? change : () => nothing,
    }
  }

  /** A relation joins two records of the case; it makes none. */
  #findEnds(): boolean {
    const [from, to] = (['from', 'to'] as const).map((field) => {
      const text = this.#draft.names[field] ?? ''
      const ends = endsCalled(this.#options.maker.ctx.db, text)
      if (ends.length === 0)
        this.#flag(field, 'unknown-record', `The case has no claim, event or document that is called “${text}”.`)
      if (ends.length > 1)
        this.#flag(field, 'several-records', `The case has ${ends.length} records that are called “${text}”.`)
      return ends.length === 1 ? ends[0] : undefined
    })
    if (!from || !to) return false
    if (from.id === to.id) {
      this.#note('own-relation', 'The row relates a record to itself.')
      return false
    }
    this.#ends = { from, to }
    return true
  }
}

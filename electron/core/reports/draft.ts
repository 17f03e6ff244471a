import type { Root } from 'mdast'
import type { Judgement } from '../../../shared/report.ts'
import { claimEntry, isAbove, noRef, sourceEntry } from './entries.ts'
import type { ClaimRecord, ReportRecords } from './gather.ts'
import type { Citation, ClaimEntry, Note, SourceEntry, Withheld } from './model.ts'

/** A report in the making: gives out notes' numbers and keeps what was shown, cited and withheld. */
export class Draft {
  readonly records: ReportRecords
  readonly #anchors = new Map<string, string>()
  readonly #notes: ((draft: Draft) => Note)[] = []
  readonly #numbers = new Map<string, number>()
  readonly #told = new Set<string>()
  readonly #cited = new Set<string>()
  readonly #withheld = new Map<string, string | null>()
  /** The number that each judgement gets first. */
  readonly #judgementNumbers = new Map<string, number>()
  /** The claims that each document carries. */
  readonly #carried = new Map<string, ClaimRecord[]>()
  #judgements = 0

  constructor(records: ReportRecords) {
    this.records = records
    for (const claim of records.claims.values()) this.#index(claim)
    // Texts may refer to what only comes after them, so places are given out first.
    let judgements = 0
    for (const { content } of records.blocks) {
      if (content.kind === 'key-judgements') {
        for (const id of content.judgementIds.filter((known) => records.judgements.has(known))) {
          judgements += 1
          if (!this.#judgementNumbers.has(id)) this.#judgementNumbers.set(id, judgements)
        }
      }
      if (content.kind === 'claims')
        this.#place(
          'claim',
          this.showable(content.claimIds).map(({ id }) => id),
        )
      if (content.kind === 'events')
        this.#place(
          'event',
          content.eventIds.filter((id) => records.events.has(id)),
        )
    }
  }

  #index(claim: ClaimRecord): void {
    for (const document of new Set(claim.carriages.map(({ document }) => document))) {
      const carried = this.#carried.get(document)
      if (carried) carried.push(claim)
      else this.#carried.set(document, [claim])
    }
  }

  #place(kind: 'claim' | 'event', ids: readonly string[]): void {
    for (const id of ids) if (!this.#anchors.has(id)) this.#anchors.set(id, `${kind}-${this.#anchors.size + 1}`)
  }

  /** Judgements are numbered through the whole report. */
  nextJudgement(): number {
    this.#judgements += 1
    return this.#judgements
  }

  /** The judgements of the whole report in their order, each with its number, also those that only come later. */
  judgements(): { readonly judgement: Judgement; readonly number: number }[] {
    return [...this.#judgementNumbers].flatMap(([id, number]) => {
      const judgement = this.records.judgements.get(id)
      return judgement ? [{ judgement, number }] : []
    })
  }

  anchorOf(id: string): string | null {
    return this.#anchors.get(id) ?? null
  }

  /** Whether a claim is above the report's label; one without a label of its own has the case's. */
  isWithheld(claim: ClaimRecord): boolean {
    const { info, tlp } = this.records
    if (!isAbove(claim.tlp ?? info.tlp, tlp)) return false
    this.#withheld.set(claim.id, claim.ref)
    return true
  }

  /** The claims that may be shown: live, and not above the report's label. */
  showable(ids: readonly string[]): ClaimRecord[] {
    const claims = ids.flatMap((id) => this.records.claims.get(id) ?? [])
    return claims.filter((claim) => claim.trashed === null && !this.isWithheld(claim))
  }

  /** All claims that the report refers to and may show. */
  shownClaims(): ClaimRecord[] {
    return this.showable([...this.records.claims.keys()])
  }

  /** A claim's row in a table; only its first row is the place that links lead to. */
  claimRow(claim: ClaimRecord, seen: Set<string>, hasNotes: boolean): ClaimEntry {
    const anchor = seen.has(claim.id) ? null : this.anchorOf(claim.id)
    seen.add(claim.id)
    this.#told.add(claim.id)
    // Its documents are cited by what the table says of it, also where no column shows their notes.
    if (!hasNotes) this.#citeDocuments(claim)
    const tlp = claim.tlp ?? this.records.info.tlp
    return { ...claimEntry(claim), tlp, anchor, notes: hasNotes ? this.#sourceNotes(claim) : [] }
  }

  #sourceNotes(claim: ClaimRecord): number[] {
    return claim.carriages.flatMap(({ document }) => this.sourceNote(document) ?? [])
  }

  /** The number of the note that names a document, given out on first use. */
  sourceNote(document: string): number | null {
    if (!this.records.documents.has(document)) return null
    this.#cited.add(document)
    return this.#numbered(document, (draft) => ({ kind: 'source', source: draft.source(document) }))
  }

  textNote(key: string, body: Root): number {
    return this.#numbered(key, () => ({ kind: 'text', body }))
  }

  #numbered(key: string, make: (draft: Draft) => Note): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#notes.push(make)
    this.#numbers.set(key, number)
    return number
  }

  /** A claim by its reference: a link to where it is shown, else a note that tells it. */
  cite(id: string): Citation {
    const claim = this.records.claims.get(id)
    const citation = { ref: claim?.ref ?? noRef, anchor: null, note: null, missing: null }
    if (!claim) return { ...citation, missing: 'deleted' }
    if (claim.trashed !== null) return { ...citation, missing: 'deleted' }
    if (this.isWithheld(claim)) return { ...citation, missing: 'withheld' }
    const anchor = this.anchorOf(id)
    return anchor === null ? { ...citation, note: this.#claimNote(claim) } : { ...citation, anchor }
  }

  #claimNote(claim: ClaimRecord): number {
    this.#told.add(claim.id)
    const documents = this.#citeDocuments(claim)
    return this.#numbered(claim.id, (draft) => ({
      kind: 'claim',
      claim: { ...claimEntry(claim), anchor: null, notes: [] },
      sources: documents.map((id) => draft.source(id)),
    }))
  }

  /** Cites the documents that carry a claim; answers them. */
  #citeDocuments({ carriages }: ClaimRecord): string[] {
    const documents = carriages.map(({ document }) => document).filter((id) => this.records.documents.has(id))
    for (const document of documents) this.#cited.add(document)
    return documents
  }

  /** A document with the claims of the report that it carries; complete only when all sections are made. */
  source(id: string): SourceEntry {
    const record = this.records.documents.get(id)
    if (!record) throw new Error(`No document ${id}`)
    const carried = (this.#carried.get(id) ?? []).filter((claim) => this.#told.has(claim.id))
    const carriages = carried.flatMap((claim) => claim.carriages.filter(({ document }) => document === id))
    return {
      ...sourceEntry(record, carriages),
      claims: carried.map((claim) => this.cite(claim.id)),
      note: this.#numbers.get(id) ?? null,
    }
  }

  /** All documents cited so far, in the order of their first citation. */
  sources(): SourceEntry[] {
    return this.citedDocuments().map((id) => this.source(id))
  }

  citedDocuments(): string[] {
    return [...this.#cited]
  }

  /** Makes the notes, when nothing is cited any more. */
  notes(): Note[] {
    return this.#notes.map((make) => make(this))
  }

  withheld(): Withheld {
    const refs = [...this.#withheld.values()]
    return {
      tlp: this.records.tlp,
      refs: refs.filter((ref) => ref !== null).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
      unnamed: refs.filter((ref) => ref === null).length,
    }
  }
}

import type { Root } from 'mdast'
import type { ClaimColumn } from '../../../shared/claims-table.ts'
import type { FigureTable } from '../../../shared/figures/figure.ts'
import type { SvgNode } from '../../../shared/figures/node.ts'
import type { EvidenceWeight } from '../../../shared/report.ts'
import type { Confidence, LikelihoodTerm, ScaleName, Tlp } from '../../../shared/scales.ts'

/**
 * A report with all it shows resolved from the records: what every format is drawn from.
 * Markdown in it is clean (see markdown.ts): links lead to http(s), mailto or `#anchor`, and the identifier of a
 * footnote reference is the number of a note.
 */
export interface ReportModel {
  readonly title: string
  readonly tlp: Tlp
  readonly caseTitle: string
  readonly question: string | null
  /** ISO-8601 UTC. */
  readonly made: string
  readonly authors: readonly string[]
  readonly scale: ScaleName
  readonly sections: readonly Section[]
  /** Footnotes: the first is number 1. They are numbered in the order in which the sections refer to them. */
  readonly notes: readonly Note[]
}

interface SectionOf<Kind extends string> {
  readonly kind: Kind
  /** Unique in the report; what a link to the section leads to. */
  readonly anchor: string
  /** Of an appendix with its letter: "Appendix A: Method". */
  readonly title: string
  /** What its table or picture is called: "Table 2", "Figure 1". */
  readonly label?: string
  /** Whether it begins a page: an appendix does. */
  readonly isAppendix?: boolean
}

export type Section =
  | SectionOf<'heading'>
  | (Omit<SectionOf<'text'>, 'title'> & { readonly title: string | null; readonly body: Root })
  | (SectionOf<'bottom-line'> & { readonly body: Root })
  | (SectionOf<'key-judgements'> & { readonly judgements: readonly JudgementEntry[] })
  | (SectionOf<'claims'> & ClaimsTable)
  | (SectionOf<'events'> & { readonly events: readonly EventEntry[] })
  | (SectionOf<'sources'> & { readonly sources: readonly SourceEntry[] })
  | (SectionOf<'source-summary'> & SourceSummary)
  | (SectionOf<'gaps'> & { readonly lines: readonly DataLine[] })
  | (SectionOf<'changes'> & { readonly lines: readonly DataLine[] })
  | (SectionOf<'alternatives'> & Alternatives)
  | (SectionOf<'figure'> & { readonly figure: FigureEntry })
  | (SectionOf<'withheld'> & Withheld)
  | (SectionOf<'glossary'> & Glossary)

export interface ClaimsTable {
  readonly claims: readonly ClaimEntry[]
  readonly columns: readonly ClaimColumn[]
  /** What is to be said of what the table shows: that it is cut off, or why it shows nothing. */
  readonly note: string | null
}

/** A picture, drawn for paper, with the same data as a table. */
export interface FigureEntry {
  readonly title: string
  readonly description: string
  readonly svg: SvgNode
  readonly table: FigureTable
  readonly notes: readonly string[]
}

export interface JudgementEntry {
  readonly anchor: string
  readonly number: number
  readonly statement: string
  readonly likelihood: LikelihoodEntry | null
  readonly confidence: Confidence | null
  readonly confidenceReasons: Root | null
  readonly supporting: readonly Citation[]
  readonly contrary: readonly Citation[]
  readonly assumptions: Root | null
  readonly indicators: Root | null
  readonly alternatives: Root | null
  /** By when it will be known. */
  readonly resolvesBy: string | null
  /** That its evidence changed since it was weighed, in one sentence; null while it is fresh. */
  readonly stale: string | null
}

export interface LikelihoodEntry extends LikelihoodTerm {
  /** The term's range as its standard prints it. */
  readonly range: string
  readonly percent: number | null
}

/** A claim that is referred to by its reference. */
export interface Citation {
  readonly ref: string
  /** Where the report shows the claim. */
  readonly anchor: string | null
  /** The note that tells the claim, when no table shows it. */
  readonly note: number | null
  /** Why the claim itself is not shown. */
  readonly missing: 'withheld' | 'deleted' | null
  /** How much it counts as evidence, where that is said. */
  readonly weight?: EvidenceWeight
}

export interface NumberEntry {
  readonly figure: string
  readonly detail: string
}

export interface ClaimEntry {
  readonly anchor: string | null
  readonly ref: string
  readonly statement: string
  readonly quote: string | null
  readonly quoteLanguage: string | null
  readonly translation: string | null
  readonly claimant: string | null
  readonly basis: string
  readonly said: string | null
  readonly numbers: readonly NumberEntry[]
  /** Two axes, never merged; null is unset. */
  readonly reliability: string | null
  readonly credibility: string | null
  /** Null for an open claim. */
  readonly status: string | null
  readonly topic: string | null
  readonly event: string | null
  readonly place: string | null
  readonly tags: readonly string[]
  /** Its own label, else the case's, where a table says it. */
  readonly tlp: string | null
  /** Numbers of the notes that name its documents. */
  readonly notes: readonly number[]
}

export interface EventEntry {
  readonly anchor: string | null
  readonly ref: string
  readonly title: string
  readonly when: string | null
  readonly place: string | null
  readonly participants: readonly string[]
  readonly status: string
}

export interface SourceEntry {
  readonly title: string
  readonly outlet: string | null
  readonly author: string | null
  readonly published: string | null
  /** Only http(s). */
  readonly url: string | null
  /** Whether the analyst read it: "read", "cited, not seen" or "not said". */
  readonly read: string
  readonly claims: readonly Citation[]
  readonly note: number | null
}

/** A sentence made of data under a label, and the records that it counts. */
export interface DataLine {
  readonly label: string
  readonly words: string
  /** Claims; those of one entry belong together. */
  readonly claims: readonly (readonly Citation[])[]
  readonly sources: readonly SourceEntry[]
}

export interface SourceSummary {
  readonly lines: readonly DataLine[]
  readonly hasGrades: boolean
  /** What the analyst adds. */
  readonly body: Root | null
}

/** The judgements that alternatives were weighed to, and those that none were. */
export interface Alternatives {
  readonly given: readonly (JudgementRef & { readonly statement: string; readonly body: Root })[]
  readonly without: readonly JudgementRef[]
}

/** A judgement by its number, and where the report shows it. */
export type JudgementRef = Pick<JudgementEntry, 'anchor' | 'number'>

export type Note =
  | { readonly kind: 'source'; readonly source: SourceEntry }
  | { readonly kind: 'claim'; readonly claim: ClaimEntry; readonly sources: readonly SourceEntry[] }
  | { readonly kind: 'text'; readonly body: Root }

/** What is above the report's label: by reference only. */
export interface Withheld {
  readonly tlp: Tlp
  readonly refs: readonly string[]
  /** How many claims without a reference there are beside. */
  readonly unnamed: number
}

/** The scales of which the report uses terms. */
export interface Glossary {
  readonly likelihood: readonly (LikelihoodTerm & { readonly range: string })[]
  readonly hasConfidence: boolean
  readonly hasGrades: boolean
}

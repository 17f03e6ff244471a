import { z } from 'zod'
import { FigureOptions, type FigureKind } from './figures/data.ts'
import type { BlockContent } from './report.ts'

export const templateNames = ['assessment', 'situation-note', 'claims-review', 'source-audit', 'blank'] as const
export const TemplateName = z.enum(templateNames)
export type TemplateName = z.infer<typeof TemplateName>

/** A table or a picture in a report shows no more records than this of one kind. */
export const longestTable = 5000

/** What a kind of report is made of. Its headings say what belongs under them; no text is written in advance. */
export interface ReportTemplate {
  readonly title: string
  /** What it is for, in one line. */
  readonly description: string
  /** What a report begins with; of key judgements, all of the case are put in. */
  readonly blocks: readonly BlockContent[]
  /** The tables that begin with all records of the case; the others with none. */
  readonly holdsAll: readonly ('claims' | 'events')[]
}

const heading = (text: string): BlockContent => ({ kind: 'heading', text })
const text: BlockContent = { kind: 'text', markdown: '' }
const bottomLine: BlockContent = { kind: 'bottom-line', markdown: '' }
const judgements: BlockContent = { kind: 'key-judgements', judgementIds: [] }
const claims: BlockContent = { kind: 'claims', claimIds: [] }
const events: BlockContent = { kind: 'events', eventIds: [] }
const sources: BlockContent = { kind: 'sources' }
const figure = (kind: FigureKind): BlockContent => ({
  kind: 'figure',
  request: { figure: kind },
  options: FigureOptions.parse({}),
})

/** The templates that there are, the usual one first. */
export const reportTemplates: Readonly<Record<TemplateName, ReportTemplate>> = {
  // In the order of ICD 203's products: the answer first, its evidence after.
  assessment: {
    title: 'Assessment',
    description: 'the answer, how likely and how sure, and its evidence',
    blocks: [bottomLine, judgements, claims, events, heading('Gaps and alternatives'), text, sources],
    holdsAll: [],
  },
  'situation-note': {
    title: 'Situation note',
    description: 'what happened, what is said of it, what to watch',
    blocks: [
      bottomLine,
      heading('What happened'),
      text,
      figure('timeline'),
      events,
      heading('What is said of it, and by whom'),
      text,
      claims,
      heading('What is not known'),
      text,
      heading('What to watch'),
      text,
      sources,
    ],
    holdsAll: ['events'],
  },
  'claims-review': {
    title: 'Claims review',
    description: 'all claims side by side: who says what, where they differ',
    blocks: [
      heading('Question and scope'),
      text,
      bottomLine,
      figure('numbers'),
      figure('matrix'),
      heading('Where claimants agree'),
      text,
      heading('Where they differ, and why'),
      text,
      judgements,
      claims,
      sources,
    ],
    holdsAll: ['claims'],
  },
  'source-audit': {
    title: 'Source audit',
    description: 'the sources: their access, reliability and independence',
    blocks: [
      heading('Scope of the audit'),
      text,
      bottomLine,
      sources,
      heading('Access and reliability of the sources'),
      text,
      heading('Which sources repeat one another'),
      text,
      heading('Sources cited but not seen'),
      text,
      heading('Claims that they carry'),
      claims,
    ],
    holdsAll: ['claims'],
  },
  blank: { title: 'Blank', description: 'nothing but a title', blocks: [], holdsAll: [] },
}

/** How a report is called that nobody named. */
export const defaultTitle = (template: TemplateName, caseTitle: string): string =>
  `${template === 'blank' ? 'Report' : reportTemplates[template].title}: ${caseTitle}`

import type { ReportId } from '../../../shared/ids.ts'
import { configure, connect } from '../../store/connection.ts'
import type { TestCase } from '../test-case.ts'
import type { ClaimEntry, JudgementEntry, ReportModel, Section, SourceEntry } from './model.ts'
import { addFunctions } from '../lists/list.ts'
import { gatherReport } from './gather.ts'
import { makeModel } from './make-model.ts'

/** The model of a report in a case file, as it is drawn on 4 December 2024. */
export function modelOf(file: TestCase, id: ReportId): ReportModel {
  const db = connect(file.path, { readOnly: true })
  try {
    configure(db, true)
    addFunctions(db)
    return makeModel(gatherReport(db, id), '2024-12-04T09:00:00.000Z')
  } finally {
    db.close()
  }
}

type SectionOf<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>
const isOf =
  <Kind extends Section['kind']>(kind: Kind) =>
  (section: Section): section is SectionOf<Kind> =>
    section.kind === kind

/** The sections of one kind, in their order. */
export const sectionsOf = <Kind extends Section['kind']>({ sections }: ReportModel, kind: Kind): SectionOf<Kind>[] =>
  sections.filter(isOf(kind))

/** The first section of a kind; a test that asks for one that is not there fails. */
export function sectionOf<Kind extends Section['kind']>(model: ReportModel, kind: Kind): SectionOf<Kind> {
  const found = sectionsOf(model, kind)[0]
  if (!found) throw new Error(`The report has no section of kind ${kind}`)
  return found
}

/** A report made without a case, for what depends on its texts alone. */
export const plainModel = (sections: readonly Section[], more: Partial<ReportModel> = {}): ReportModel => ({
  title: 'A report',
  tlp: 'GREEN',
  caseTitle: 'A case',
  question: null,
  made: '2024-12-04T09:00:00.000Z',
  authors: ['Ana'],
  scale: 'icd203',
  sections,
  notes: [],
  ...more,
})

export const plainJudgement = (more: Partial<JudgementEntry> = {}): JudgementEntry => ({
  anchor: 'judgement-1',
  number: 1,
  statement: 'A judgement',
  likelihood: null,
  confidence: null,
  confidenceReasons: null,
  supporting: [],
  contrary: [],
  assumptions: null,
  indicators: null,
  alternatives: null,
  resolvesBy: null,
  stale: null,
  ...more,
})

export const plainClaim = (more: Partial<ClaimEntry> = {}): ClaimEntry => ({
  anchor: null,
  ref: 'C01',
  statement: 'A claim',
  quote: null,
  quoteLanguage: null,
  translation: null,
  claimant: null,
  basis: 'official',
  said: null,
  numbers: [],
  reliability: null,
  credibility: null,
  status: null,
  topic: null,
  event: null,
  place: null,
  tags: [],
  tlp: null,
  notes: [],
  ...more,
})

export const plainSource = (more: Partial<SourceEntry> = {}): SourceEntry => ({
  title: 'A document',
  outlet: null,
  author: null,
  published: null,
  url: null,
  read: 'not said',
  claims: [],
  note: null,
  ...more,
})

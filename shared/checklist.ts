import { z } from 'zod'
import { ReportId } from './ids.ts'
import { Changed, optionalText } from './list.ts'
import { command, query } from './method.ts'

/** The nine tradecraft standards (ICD 203), in their order. */
export const standards = [
  'sources',
  'uncertainties',
  'assumptions',
  'alternatives',
  'relevance',
  'logic',
  'change',
  'accuracy',
  'visuals',
] as const
export type Standard = (typeof standards)[number]

interface StandardWords {
  readonly title: string
  /** What the standard asks, in one line. */
  readonly asks: string
  /** Data can show that it is not met, never that it is: a person has to say so. */
  readonly isJudged: boolean
}

const words: Readonly<Record<Standard, StandardWords>> = {
  sources: {
    title: 'Quality and credibility of sources',
    asks: 'Each judgement is cited, and says how good what it rests on is.',
    isJudged: false,
  },
  uncertainties: {
    title: 'Uncertainties',
    asks: 'How likely, on one scale, and how sure, with the reasons; never in one sentence.',
    isJudged: false,
  },
  assumptions: {
    title: 'Information apart from assumptions and judgements',
    asks: 'Assumptions are stated, and what would change the judgement.',
    isJudged: false,
  },
  alternatives: {
    title: 'Alternatives',
    asks: 'What else could explain the evidence, and what speaks against.',
    isJudged: false,
  },
  relevance: {
    title: 'Relevance',
    asks: 'It answers the question, and says what follows for the reader.',
    isJudged: true,
  },
  logic: {
    title: 'Clear logic',
    asks: 'The main message comes first; the argument follows from the evidence.',
    isJudged: true,
  },
  change: {
    title: 'Change or consistency of judgements',
    asks: 'Judgements are up to date with their evidence; what changed is said.',
    isJudged: false,
  },
  accuracy: {
    title: 'Accuracy',
    asks: 'Judgements are as exact as the evidence allows, and rest on nothing that was taken back.',
    isJudged: true,
  },
  visuals: {
    title: 'Visual information',
    asks: 'Pictures where they are clearer than words, and no others.',
    isJudged: true,
  },
}

export const wordsOf = (standard: Standard): StandardWords => words[standard]
/** What a stored standard is called. */
export const standardTitle = (standard: string): string => {
  const known = standards.find((one) => one === standard)
  return known ? words[known].title : standard
}
/** The standards that only a person can say are met. */
export const judgedStandards = standards.filter((standard) => words[standard].isJudged)

/** What the data of a report can show, and the standard that it bears on. */
export const checkCodes = {
  uncited: 'sources',
  'single origin': 'sources',
  'graded 1 without two origins': 'sources',
  'ungraded evidence': 'sources',
  'unread source': 'sources',
  withheld: 'sources',
  deleted: 'sources',
  'no source list': 'sources',
  'no likelihood': 'uncertainties',
  'no confidence': 'uncertainties',
  'no reasons': 'uncertainties',
  'mixed scales': 'uncertainties',
  wording: 'uncertainties',
  'no assumptions': 'assumptions',
  'no indicators': 'assumptions',
  'no alternatives': 'alternatives',
  'contradiction not weighed': 'alternatives',
  'no question': 'relevance',
  'no bottom line': 'logic',
  'no judgements': 'logic',
  'loose reference': 'logic',
  'unbound table': 'accuracy',
  'cut table': 'accuracy',
  stale: 'change',
  resolved: 'change',
  'change not told': 'change',
  'taken back': 'accuracy',
} as const satisfies Readonly<Record<string, Standard>>
export type CheckCode = keyof typeof checkCodes
const codeNames = Object.keys(checkCodes) as [CheckCode, ...CheckCode[]]

/** Where a finding leads. */
export const CheckPlace = z.object({
  kind: z.enum(['judgement', 'claim', 'document', 'block']),
  id: z.uuid(),
  /** What the place is called: a reference, a title, the start of a statement. */
  label: z.string(),
})
export type CheckPlace = z.infer<typeof CheckPlace>

export const CheckFinding = z.object({
  code: z.enum(codeNames),
  /** The standard is not met by it, or it should be looked at. */
  level: z.enum(['not met', 'look']),
  sentence: z.string(),
  /** Null: the report, or the case, as a whole. */
  place: CheckPlace.nullable(),
})
export type CheckFinding = z.infer<typeof CheckFinding>

export const checkStates = ['met', 'look', 'not met', 'judge'] as const
export type CheckState = (typeof checkStates)[number]
export const checkStateWords: Readonly<Record<CheckState, string>> = {
  met: 'met',
  look: 'to look at',
  'not met': 'not met',
  judge: 'for you to judge',
}

/** That a person said that a standard is met. */
export const Judged = z.object({ by: z.string(), at: z.string(), note: z.string().nullable() })

export const CheckRow = z.object({
  standard: z.enum(standards),
  state: z.enum(checkStates),
  findings: z.array(CheckFinding),
  judged: Judged.nullable(),
})
export type CheckRow = z.infer<typeof CheckRow>

/** The tradecraft standards held against a report. */
export const Checklist = z.object({
  /** Null: all judgements of a case without a report. */
  report: z.object({ id: ReportId, title: z.string() }).nullable(),
  rows: z.array(CheckRow),
})
export type Checklist = z.infer<typeof Checklist>

/** How many standards there are of each state. */
export const countStates = ({ rows }: Checklist): Readonly<Record<CheckState, number>> => {
  const counts = { met: 0, look: 0, 'not met': 0, judge: 0 }
  for (const { state } of rows) counts[state] += 1
  return counts
}

/** "2 not met, 3 to look at, 1 for you to judge"; "all nine standards met". */
export function checklistLine(checklist: Checklist): string {
  const counts = countStates(checklist)
  const open = (['not met', 'look', 'judge'] as const).filter((state) => counts[state] > 0)
  return open.length === 0
    ? 'all nine standards met'
    : open.map((state) => `${counts[state]} ${checkStateWords[state]}`).join(', ')
}

/** The part of the contract that is about what to look at before a report goes out. */
export const checklistMethods = {
  /** Without a report: of all judgements of the case. */
  'reports.checklist': query(z.strictObject({ id: ReportId.optional() }), Checklist),
  /** Says of a standard that only a person can judge that it is met, or takes that back. */
  'reports.judgeStandard': command(
    z.strictObject({
      id: ReportId,
      standard: z.enum(judgedStandards),
      judged: z.boolean(),
      note: optionalText(5000).optional(),
    }),
    Changed,
  ),
} as const

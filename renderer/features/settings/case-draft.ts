import type { CaseInfo, CasePatch } from '../../../shared/case.ts'
import { parseDate } from '../../../shared/dates.ts'

/** The case's settings as they are typed. */
export interface CaseDraft extends Pick<CaseInfo, 'title' | 'scale' | 'tlp'> {
  readonly question: string
  readonly cutoff: string
  /** Per cent. */
  readonly tolerance: string
}

export const draftOf = ({ title, question, scale, tlp, cutoff, tolerance }: CaseInfo): CaseDraft => ({
  title,
  question: question ?? '',
  scale,
  tlp,
  cutoff: cutoff ?? '',
  // Shares such as 0.07 are not exact in binary: 7.000000000000001.
  tolerance: String(Number((tolerance * 100).toFixed(4))),
})

export type CaseProblems = Readonly<Partial<Record<'title' | 'cutoff' | 'tolerance', string>>>

/** What cannot be saved, by field. */
export function problemsOf({ title, cutoff, tolerance }: CaseDraft): CaseProblems {
  const date = cutoff.trim() === '' ? null : parseDate(cutoff)
  const share = shareOf(tolerance)
  return {
    ...(title.trim() === '' ? { title: 'A case needs a title.' } : {}),
    ...(date && !date.ok ? { cutoff: date.error.message } : {}),
    ...(share === null ? { tolerance: 'Write a figure from 0 to 100.' } : {}),
  }
}

function shareOf(text: string): number | null {
  const percent = Number(text.replace('%', '').replace(',', '.'))
  return text.trim() !== '' && percent >= 0 && percent <= 100 ? percent / 100 : null
}

/** Only what was changed, so that the history names it. */
export function patchOf(draft: CaseDraft, info: CaseInfo): CasePatch {
  const before = draftOf(info)
  const changed = (field: keyof CaseDraft): boolean => draft[field] !== before[field]
  return {
    ...(changed('title') ? { title: draft.title } : {}),
    ...(changed('question') ? { question: draft.question } : {}),
    ...(changed('scale') ? { scale: draft.scale } : {}),
    ...(changed('tlp') ? { tlp: draft.tlp } : {}),
    ...(changed('cutoff') ? { cutoff: draft.cutoff } : {}),
    ...(changed('tolerance') ? { tolerance: shareOf(draft.tolerance) ?? info.tolerance } : {}),
  }
}

import { create } from 'zustand'
import { run } from '../../data/queries.ts'

/** A report file that is being read. */
export interface OpenReport {
  readonly ticket: string
  readonly fileName: string
}

export const useEvidence = create<{ readonly file: OpenReport | null }>(() => ({ file: null }))

export const openEvidence = (file: OpenReport): void => useEvidence.setState({ file })
export const closeEvidence = (): void => useEvidence.setState({ file: null })

/** Asks for a report file and shows what it carries. */
export async function pickReport(): Promise<void> {
  const picked = await run('evidence.pick')
  if (picked) openEvidence(picked)
}

/** Whether a file is read as a report, and not as a list. */
export const isReport = (fileName: string): boolean => /\.(html?|pdf|docx)$/i.test(fileName)

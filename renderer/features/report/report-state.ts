import { create } from 'zustand'
import type { BlockId, ReportExportId } from '../../../shared/ids.ts'

interface ReportState {
  /** The report that was shown last, to come back to. */
  readonly lastId: string | null
  readonly hasPreview: boolean
  /** The block that was last worked on: new blocks go after it, and the preview shows it. */
  readonly activeBlock: BlockId | null
  /** A block that was just added: the cursor goes there. */
  readonly freshBlock: string | null
  readonly isExportOpen: boolean
  /** Whether what to look at before it goes out is shown, in the place of the preview. */
  readonly hasChecklist: boolean
  /** A judgement that is to be shown with its form. */
  readonly askedJudgement: string | null
  /** The version that is held beside others. */
  readonly compared: ReportExportId | null
  /** Whether it is asked how a template made of the report is to be called. */
  readonly isTemplateAsked: boolean
  /** What had the focus when its block was moved: it loses it by that and gets it back. */
  readonly refocus: HTMLElement | null
}

/** How the reports are shown. */
export const useReportState = create<ReportState>(() => ({
  lastId: null,
  hasPreview: true,
  activeBlock: null,
  freshBlock: null,
  isExportOpen: false,
  hasChecklist: false,
  askedJudgement: null,
  compared: null,
  isTemplateAsked: false,
  refocus: null,
}))

/** Forgets which report was worked on; when another case is opened. */
export const forgetReports = (): void => useReportState.setState(useReportState.getInitialState())

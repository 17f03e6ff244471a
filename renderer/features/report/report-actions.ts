import { BlockId, type ReportId } from '../../../shared/ids.ts'
import { longestTable, reportTemplates, TemplateName } from '../../../shared/report-templates.ts'
import type { BlockContent, Report, ReportFormat } from '../../../shared/report.ts'
import { goTo } from '../../app/history.ts'
import type { CheckPlace } from '../../../shared/checklist.ts'
import { openRecord } from '../records/open-record.ts'
import { ask, run } from '../../data/queries.ts'
import { toastDone } from '../../data/undo.ts'
import { toast } from '../../ui/toast.ts'
import { useReportState } from './report-state.ts'

export const reportPath = (id: string): string => `/report/${id}`

let isMaking = false

/** Makes a report by a template, an assessment when none is said, and shows it. */
export async function newReport(template?: string): Promise<void> {
  // A double click makes one.
  if (isMaking) return
  isMaking = true
  const made = await run('reports.create', template === undefined ? {} : { template })
  isMaking = false
  const id = made?.ids[0]
  if (id === undefined) return
  goTo(reportPath(id))
  const name = TemplateName.safeParse(template).data
  if (name !== undefined) await tellLeftOut(reportTemplates[name].holdsAll)
}

/** Says where a case has more than a table holds. */
async function tellLeftOut(kinds: readonly ('claims' | 'events')[]): Promise<void> {
  const counts = await ask('case.counts')
  const cut = kinds.filter((kind) => counts[kind] > longestTable)
  const words = cut.map(
    (kind) => `the first ${longestTable.toLocaleString('en-GB')} of ${counts[kind].toLocaleString('en-GB')} ${kind}`,
  )
  if (cut.length > 0) toast({ message: `The report holds ${words.join(' and ')}.`, intent: 'warning' })
}

/** Moves a report to the trash; undo brings it back. */
export async function trashReport({ id, title }: Report): Promise<void> {
  if (!(await run('reports.trash', { id }))) return
  useReportState.setState({ lastId: null })
  goTo('/report')
  await toastDone(`“${title}” is in the trash.`)
}

/** Adds a block after the one that was worked on last, else at the end. */
export async function addBlock({ id }: Report, content: BlockContent): Promise<void> {
  // What was just added may not be shown yet: the core knows where it is.
  const { activeBlock } = useReportState.getState()
  const made = await run('blocks.add', { reportId: id, content, ...(activeBlock ? { after: activeBlock } : {}) })
  const fresh = BlockId.safeParse(made?.ids[0]).data
  // The next one goes after it, also where it has no field that takes the focus.
  if (fresh !== undefined) useReportState.setState({ freshBlock: fresh, activeBlock: fresh })
}

/** Moves a block one place up (−1) or down (1). */
export async function moveBlock({ blocks }: Report, id: BlockId, step: -1 | 1): Promise<void> {
  const at = blocks.findIndex((block) => block.id === id)
  const to = at + step
  if (at < 0 || to < 0 || to >= blocks.length) return
  const before = blocks[step < 0 ? to : to + 1]?.id ?? null
  const focused = document.activeElement
  useReportState.setState({ refocus: focused instanceof HTMLElement ? focused : null })
  await run('blocks.move', { id, before })
}

/** Takes a block out of the report; what it shows of the case stays in the case. */
export async function removeBlock(id: BlockId, title: string): Promise<void> {
  const block = document.querySelector(`[data-block="${id}"]`)
  const neighbour = block?.nextElementSibling ?? block?.previousElementSibling
  useReportState.setState({ refocus: neighbour?.querySelector<HTMLElement>('button, input, .cm-content') ?? null })
  if (await run('blocks.remove', { id })) await toastDone(`${title} removed from the report.`)
}

const formatNames: Readonly<Record<ReportFormat, string>> = {
  html: 'web page (HTML)',
  pdf: 'PDF',
  docx: 'Word document (DOCX)',
  md: 'Markdown',
}

export const formatName = (format: ReportFormat): string => formatNames[format]

/** Asks for a place and writes the report there. */
export async function exportReport(id: ReportId, format: ReportFormat): Promise<void> {
  const made = await run('reports.export', { id, format })
  if (!made) return
  const { fileName, pictureFolder, tlp, sha256 } = made
  const pictures = pictureFolder === null ? '' : `, its pictures beside it in ${pictureFolder}`
  toast({ message: `Exported as ${fileName}, marked TLP:${tlp}${pictures}.\nSHA-256 ${sha256.slice(0, 12)}…` })
}

/** Shows what to look at before the report goes out, and puts the keyboard there. */
export function showChecklist(): void {
  useReportState.setState({ hasChecklist: true, isExportOpen: false })
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-checklist]')?.focus())
}

/** Shows the place of a finding: a record in its list, a judgement with its form, a block where it stands. */
export function showPlace({ kind, id }: CheckPlace): void {
  if (kind === 'claim' || kind === 'document') return openRecord({ kind, id })
  if (kind === 'judgement') useReportState.setState({ askedJudgement: id })
  requestAnimationFrame(() => {
    const place = document.querySelector<HTMLElement>(`[data-${kind}="${id}"]`)
    place?.scrollIntoView({ block: 'center' })
    if (kind === 'block') place?.querySelector<HTMLElement>('.cm-content, input')?.focus()
  })
}

/** Shows the report and the choice of formats. */
export function requestExport(): void {
  useReportState.setState({ isExportOpen: true })
  const { lastId } = useReportState.getState()
  goTo(lastId === null ? '/report' : reportPath(lastId))
}

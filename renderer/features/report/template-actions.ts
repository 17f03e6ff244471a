import type { BlockContent, Report } from '../../../shared/report.ts'
import type { OwnTemplate } from '../../../shared/template-methods.ts'
import { run } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'
import { useReportState } from './report-state.ts'

/** Asks how a template made of the shown report is to be called. */
export const askForTemplate = (): void => useReportState.setState({ isTemplateAsked: true })
export const closeTemplateQuestion = (): void => useReportState.setState({ isTemplateAsked: false })

/** Keeps the blocks of a report as a template; what was written in them only where that is wanted. */
export async function saveTemplate({ blocks }: Report, name: string, keepsTexts: boolean): Promise<boolean> {
  const contents = blocks.map(({ content }) => (keepsTexts ? content : withoutText(content)))
  if ((await run('templates.save', { template: { name, blocks: contents } })) === undefined) return false
  toast({ message: `The template “${name}” was saved in this case.` })
  return true
}

const withoutText = (content: BlockContent): BlockContent =>
  'markdown' in content ? { ...content, markdown: '' } : content

/** Takes a template away; reports that were made by it stay. */
export async function removeTemplate(template: OwnTemplate): Promise<void> {
  if ((await run('templates.remove', { name: template.name })) === undefined) return
  toast({
    message: `The template “${template.name}” was removed.`,
    action: { text: 'Undo', onClick: () => void run('templates.save', { template }) },
  })
}

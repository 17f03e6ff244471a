import type { BlockContent, Report } from '../../../shared/report.ts'
import type { OwnTemplate } from '../../../shared/template-methods.ts'
import { foldText } from '../../../shared/text.ts'
import { call } from '../../data/call.ts'
import { run } from '../../data/queries.ts'
import { toast } from '../../ui/toast.ts'
import { useReportState } from './report-state.ts'

/** Asks how a template made of the shown report is to be called. */
export const askForTemplate = (): void => useReportState.setState({ isTemplateAsked: true })
export const closeTemplateQuestion = (): void => useReportState.setState({ isTemplateAsked: false })

/** Keeps the blocks of a report as a template; what was written in them only where that is wanted. */
export async function saveTemplate({ blocks }: Report, name: string, keepsTexts: boolean): Promise<boolean> {
  const contents = blocks.map(({ content }) => (keepsTexts ? content : withoutText(content)))
  return keepTemplate({ name, blocks: contents }, `The template “${name}” was saved in this case.`)
}

const withoutText = (content: BlockContent): BlockContent =>
  'markdown' in content ? { ...content, markdown: '' } : content

/** Keeps a template, and offers to take that back: the one that gave way comes back then. */
async function keepTemplate(template: OwnTemplate, message: string): Promise<boolean> {
  const { name } = template
  const own = await call('templates.list')
  const before = own.find((known) => foldText(known.name) === foldText(name))
  if ((await run('templates.save', { template })) === undefined) return false
  const undo = (): void =>
    void (before ? run('templates.save', { template: before }) : run('templates.remove', { name }))
  toast({
    message: before ? `${message} It took the place of the one of this name.` : message,
    action: { text: 'Undo', onClick: undo },
  })
  return true
}

/** Takes a template away; reports that were made by it stay. */
export async function removeTemplate(template: OwnTemplate): Promise<void> {
  if ((await run('templates.remove', { name: template.name })) === undefined) return
  toast({
    message: `The template “${template.name}” was removed.`,
    action: { text: 'Undo', onClick: () => void run('templates.save', { template }) },
  })
}

/** Asks where to, and writes a template there: others read it into their cases. */
export async function exportTemplate({ name }: OwnTemplate): Promise<void> {
  const fileName = await run('templates.export', { name })
  if (fileName) toast({ message: `The template “${name}” was saved as ${fileName}.` })
}

/** Asks for a file and keeps the template in it. */
export async function readTemplate(): Promise<void> {
  const found = await run('templates.open')
  if (found)
    await keepTemplate(found.template, `The template “${found.template.name}” was read from ${found.fileName}.`)
}

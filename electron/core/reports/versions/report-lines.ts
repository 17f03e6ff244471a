import type { Nodes } from 'mdast'
import type { ReportLine } from '../../../../shared/versions.ts'
import type { ReportModel } from '../model.ts'
import { reportBody } from '../render-md.ts'

/** The text of a report as lines that a person reads: a paragraph or a row of a table each. Notes are not numbered, as one more would change all after it. */
export const reportLines = (model: ReportModel): ReportLine[] =>
  [{ role: 'heading' as const, text: model.title }, ...reportBody(model).flatMap((node) => linesOf(node, 'text'))]
    .map(({ role, text }) => ({ role, text: text.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')

/** Stands between the cells of a row. */
export const cellMark = ' · '

function linesOf(node: Nodes, role: 'text' | 'note'): ReportLine[] {
  switch (node.type) {
    case 'heading':
      return [{ role: 'heading', text: wordsIn(node) }]
    case 'table':
      return node.children.map((row) => {
        const cells = row.children.map((cell) => wordsIn(cell).trim()).filter((cell) => cell !== '')
        return { role: 'row', text: cells.join(cellMark) }
      })
    case 'footnoteDefinition':
      return node.children.flatMap((child) => linesOf(child, 'note'))
    case 'list':
    case 'listItem':
    case 'blockquote':
      return node.children.flatMap((child) => linesOf(child, role))
    default:
      return [{ role, text: wordsIn(node) }]
  }
}

/** The words in a node; line breaks, HTML's too, are spaces. */
function wordsIn(node: Nodes): string {
  if (node.type === 'html') return ' '
  if (node.type === 'break') return ' '
  if (node.type === 'image') return node.alt ?? ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsIn).join('') : ''
}

import type { Blockquote, Code, Heading, Root, RootContent } from 'mdast'
import { HeadingLevel, Paragraph } from 'docx'
import { paragraph, type Block } from './block.ts'
import { phrases, wordsOf } from './inline.ts'
import { listBlocks } from './markdown-lists.ts'
import { tableBlocks } from './markdown-tables.ts'
import type { Place } from './sheet.ts'
import { textRuns } from './text.ts'

/** Clean Markdown as paragraphs and tables. */
export const markdownBlocks = (place: Place, body: Root): Block[] => blocks(place, body.children)

export const blocks = (place: Place, nodes: readonly RootContent[]): Block[] =>
  nodes.flatMap((node) => block(place, node))

function block(place: Place, node: RootContent): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(place, phrases(place.sheet, node.children))]
    case 'heading':
      return [heading(place, node)]
    case 'list':
      return listBlocks(place, node, blocks)
    case 'blockquote':
      return quotation(place, node)
    case 'code':
      return [codeBlock(place, node)]
    case 'table':
      return tableBlocks(place, node)
    case 'thematicBreak':
      return [new Paragraph({ style: 'Rule', indent: { left: place.indent } })]
    default:
      return [paragraph(place, textRuns(wordsOf(node)))]
  }
}

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
]

/** The title is no heading in Word, so that the sections stand on its first level. */
function heading(place: Place, { depth, children }: Heading): Paragraph {
  if (!place.hasOutline)
    return paragraph(place, phrases(place.sheet, children, { bold: true }), { keepNext: true, keepLines: true })
  return new Paragraph({ heading: levels[Math.max(depth - 2, 0)], children: phrases(place.sheet, children) })
}

const quoteStep = 300
/** Room for the ground to reach beyond the text. */
const codeInset = 120

const quotation = (place: Place, { children }: Blockquote): Block[] =>
  blocks(
    { ...place, style: 'Quote', indent: place.indent + quoteStep, width: place.width - quoteStep, hasOutline: false },
    children,
  )

const codeBlock = ({ indent }: Place, { value }: Code): Paragraph =>
  new Paragraph({
    style: 'Code',
    indent: { left: indent + codeInset, right: codeInset, hanging: 0 },
    children: textRuns(value.replaceAll('\t', '    ')),
  })

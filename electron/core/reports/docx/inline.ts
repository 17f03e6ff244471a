import type { Nodes, PhrasingContent } from 'mdast'
import { TextRun, type ParagraphChild } from 'docx'
import { codeFont } from './font-names.ts'
import { externalLink, internalLink } from './links.ts'
import { noteReference } from './note-references.ts'
import type { Sheet } from './sheet.ts'
import { textRuns, type Format } from './text.ts'

/** Clean Markdown within a paragraph as runs. */
export const phrases = (sheet: Sheet, nodes: readonly PhrasingContent[], format: Format = {}): ParagraphChild[] =>
  nodes.flatMap((node) => phrase(sheet, node, format))

function phrase(sheet: Sheet, node: PhrasingContent, format: Format): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      // A new line in the source is none in the text.
      return textRuns(node.value.replaceAll(/\s*[\r\n]\s*/g, ' '), format)
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'emphasis':
      return phrases(sheet, node.children, { ...format, italics: true })
    case 'strong':
      return phrases(sheet, node.children, { ...format, bold: true })
    case 'delete':
      return phrases(sheet, node.children, { ...format, strike: true })
    case 'inlineCode':
      return textRuns(node.value, codeFormat(format))
    case 'link':
      return linked(sheet, node.url, phrases(sheet, node.children, { ...format, style: 'Hyperlink' }))
    case 'footnoteReference':
      return [noteReference(sheet, Number(node.identifier))]
    default:
      // Nothing else is left in clean Markdown; should it be, its words are.
      return textRuns(wordsOf(node), format)
  }
}

const codeFormat = (format: Format): Format =>
  format.style === undefined
    ? { ...format, style: 'InlineCode' }
    : { ...format, font: { ascii: codeFont, hAnsi: codeFont }, noProof: true }

const linked = (sheet: Sheet, url: string, children: ParagraphChild[]): ParagraphChild[] =>
  url.startsWith('#') ? internalLink(sheet, url.slice(1), children) : externalLink(url, children)

/** The words of a node without their form. */
export const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : ''

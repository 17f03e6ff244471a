import { Paragraph, type IParagraphOptions, type ParagraphChild, type Table } from 'docx'
import type { Place } from './sheet.ts'

export type Block = Paragraph | Table

/** A paragraph where it stands; what the options say goes before the place. */
export const paragraph = (
  { style, indent }: Pick<Place, 'style' | 'indent'>,
  children: readonly ParagraphChild[],
  options: IParagraphOptions = {},
): Paragraph =>
  new Paragraph({ style, ...(indent > 0 ? { indent: { left: indent, hanging: 0 } } : {}), children, ...options })

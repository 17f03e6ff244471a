import {
  BorderStyle,
  ShadingType,
  type IBorderOptions,
  type IBordersOptions,
  type IShadingAttributesProperties,
} from 'docx'

/** Lengths are twips (1/20 pt), sizes of letters half points, as Word counts them. */
const fromMillimetres = (length: number): number => Math.round((length * 1440) / 25.4)

/** A4 with the margins of the PDF. */
export const paper = { width: 11_906, height: 16_838 } as const
export const margins = {
  top: fromMillimetres(24),
  bottom: fromMillimetres(22),
  side: fromMillimetres(18),
  header: fromMillimetres(9),
  footer: fromMillimetres(9),
} as const
export const textWidth = paper.width - 2 * margins.side
export const textHeight = paper.height - margins.top - margins.bottom

export const colours = {
  ink: '1C2127',
  muted: '5A6572',
  line: 'D3D8DE',
  rule: '8F99A8',
  faint: 'F6F7F9',
  accent: '1F5AA8',
  tile: 'E5E8EB',
  edge: 'C5CBD3',
} as const

/** Where the values of labelled lines stand. */
export const labelWidth = 1720
/** What stands under a number is set in by this. */
export const numberWidth = 440
export const listStep = 340

/** A line of `size` eighths of a point, `space` points off the text. */
export const line = (color: string, size: number, space = 0): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  color,
  size,
  space,
})
/** Lines all around, as when the colour of the ground is to reach beyond the text. */
export const frame = (color: string, space: number): IBordersOptions => {
  const side = line(color, 4, space)
  return { top: side, bottom: side, left: side, right: side }
}
export const noLine: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export const filled = (fill: string): IShadingAttributesProperties => ({ type: ShadingType.CLEAR, color: 'auto', fill })

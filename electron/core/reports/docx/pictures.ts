import { standingAlone } from '../../../../shared/figures/svg.ts'
import type { FigureEntry, ReportModel } from '../model.ts'
import { textHeight, textWidth } from './look.ts'

const twipsInPixel = 15
const pixelsInInch = 96

/** The length of a picture's pixel on paper: as wide as the text, unless it is too high for a page then, below its heading. */
export function scaleOf({ svg }: Pick<FigureEntry, 'svg'>): number {
  const [width, height] = [Number(svg.attributes['width']), Number(svg.attributes['height'])]
  return Math.min(textWidth / twipsInPixel / width, (0.85 * textHeight) / twipsInPixel / height)
}

/** Dots to the inch of paper, as print asks for; a large picture would have thousands. */
const finest = 300

/** Pixels for each of the picture's own. */
const zoomOf = (figure: FigureEntry): number => Math.min(2, (finest / pixelsInInch) * scaleOf(figure))

/** Where a picture goes that is not drawn yet. */
export const placeholder = (anchor: string): Uint8Array => new TextEncoder().encode(`picture ${anchor}`)

/** The pictures of a report as PNG files, by the text of their placeholder: Word draws vectors only since 2016, other programs hardly. */
export async function picturesOf({ sections }: ReportModel): Promise<ReadonlyMap<string, Uint8Array>> {
  const figures = sections.flatMap((section) => (section.kind === 'figure' ? [section] : []))
  if (figures.length === 0) return new Map()
  // The library that draws is loaded only where it is used.
  const { drawPicture } = await import('./draw-picture.ts')
  return new Map(
    await Promise.all(
      figures.map(async ({ anchor, figure }) => {
        const drawn = await drawPicture({ svg: standingAlone(figure.svg), zoom: zoomOf(figure) })
        return [new TextDecoder().decode(placeholder(anchor)), drawn] as const
      }),
    ),
  )
}

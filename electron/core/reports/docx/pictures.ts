import { Worker } from 'node:worker_threads'
import { standingAlone } from '../../../../shared/figures/svg.ts'
import type { FigureEntry, ReportModel } from '../model.ts'
import type { PictureToDraw } from './draw-picture.ts'
import { textHeight, textWidth } from './look.ts'

const twipsInPixel = 15
const pixelsInInch = 96

/** The length of a picture's pixel on paper: as wide as the text, unless it is too high for a page then, below its heading. */
export function scaleOf({ svg }: Pick<FigureEntry, 'svg'>): number {
  const [width, height] = [Number(svg.attributes['width']), Number(svg.attributes['height'])]
  return Math.min(textWidth / twipsInPixel / width, (0.85 * textHeight) / twipsInPixel / height)
}

/** Dots to the inch of paper, more than which hardly any printer sets; a large picture would have thousands. */
const finest = 600

/** Pixels for each of the picture's own. */
const zoomOf = (figure: FigureEntry): number => Math.min(2, (finest / pixelsInInch) * scaleOf(figure))

/** Where a picture goes that is not drawn yet. */
export const placeholder = (anchor: string): Uint8Array => new TextEncoder().encode(`picture ${anchor}`)

/**
 * The pictures of a report as PNG files, by the text of their placeholder: Word draws vectors only since 2016, other
 * programs hardly. `thread`: the program that draws them, so that other work goes on meanwhile.
 */
export async function picturesOf({ sections }: ReportModel, thread?: URL): Promise<ReadonlyMap<string, Uint8Array>> {
  const figures = sections.flatMap((section) => (section.kind === 'figure' ? [section] : []))
  if (figures.length === 0) return new Map()
  const wanted = figures.map(({ figure }): PictureToDraw => ({ svg: standingAlone(figure.svg), zoom: zoomOf(figure) }))
  const drawn = thread ? await drawnBy(thread, wanted) : await drawnHere(wanted)
  return new Map(
    figures.map(({ anchor }, at) => [new TextDecoder().decode(placeholder(anchor)), drawn[at] ?? new Uint8Array()]),
  )
}

/** The library that draws is loaded only where it is used. */
async function drawnHere(wanted: readonly PictureToDraw[]): Promise<Uint8Array[]> {
  const { drawPicture } = await import('./draw-picture.ts')
  const drawn: Uint8Array[] = []
  for (const picture of wanted) drawn.push(await drawPicture(picture))
  return drawn
}

const drawnBy = (thread: URL, wanted: readonly PictureToDraw[]): Promise<Uint8Array[]> =>
  new Promise((done, failed) => {
    const drawn: Uint8Array[] = []
    const worker = new Worker(thread, { workerData: wanted })
    worker.on('message', (picture: Uint8Array) => drawn.push(picture))
    worker.on('error', failed)
    worker.on('exit', () => {
      if (drawn.length === wanted.length) done(drawn)
      else failed(new Error(`The thread drew ${drawn.length} of ${wanted.length} pictures`))
    })
  })

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { standingAlone } from '../../../../shared/figures/svg.ts'
import { charactersIn, subsetFace, type FaceName } from '../fonts.ts'
import type { FigureEntry, ReportModel } from '../model.ts'
import { latinFont } from './fonts.ts'
import { pngOf } from './png.ts'

/** Pixels for each of the picture's own: some 300 to the inch of paper. */
const zoom = 2

/** The pictures of a report as PNG files, by the anchors of their sections: Word draws vectors only since 2016, other programs hardly. */
export async function picturesOf({ sections }: ReportModel): Promise<ReadonlyMap<string, Uint8Array>> {
  const figures = sections.flatMap((section) => (section.kind === 'figure' ? [section] : []))
  const pictures = new Map<string, Uint8Array>()
  for (const { anchor, figure } of figures) pictures.set(anchor, await rasterOf(figure))
  return pictures
}

async function rasterOf({ svg }: FigureEntry): Promise<Uint8Array> {
  await ready()
  const text = standingAlone(svg)
  const characters = charactersIn(text)
  const faces: readonly FaceName[] = [
    'latin-400',
    'latin-600',
    ...(characters.korean === '' ? [] : (['korean-400', 'korean-600'] as const)),
  ]
  const fontBuffers = await Promise.all(faces.map((face) => subsetFace(face, characters, 'truetype')))
  const drawn = new Resvg(text, {
    fitTo: { mode: 'zoom', value: zoom },
    // Without it, what is half transparent would come darker than it is.
    background: '#ffffff',
    font: { fontBuffers, defaultFontFamily: latinFont, sansSerifFamily: latinFont },
  })
  try {
    const image = drawn.render()
    try {
      return pngOf(image.pixels, image.width, image.height)
    } finally {
      image.free()
    }
  } finally {
    drawn.free()
  }
}

let loading: Promise<void> | undefined

/** The drawing library is loaded once, when the first picture is drawn. */
const ready = (): Promise<void> => (loading ??= load())

const load = async (): Promise<void> =>
  initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))

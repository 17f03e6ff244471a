import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { charactersIn, subsetFace, type FaceName } from '../fonts.ts'
import { latinFont } from './font-names.ts'
import { pngOf } from './png.ts'

/** A picture to be drawn: the text of an SVG file, and how many pixels for each of its own. */
export interface PictureToDraw {
  readonly svg: string
  readonly zoom: number
}

/** A picture as a PNG file on white. */
export async function drawPicture({ svg, zoom }: PictureToDraw): Promise<Uint8Array> {
  await ready()
  const characters = charactersIn(svg)
  const faces: readonly FaceName[] = [
    'latin-400',
    'latin-600',
    ...(characters.korean === '' ? [] : (['korean-400', 'korean-600'] as const)),
  ]
  const fontBuffers = await Promise.all(faces.map((face) => subsetFace(face, characters, 'truetype')))
  const drawn = new Resvg(svg, {
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

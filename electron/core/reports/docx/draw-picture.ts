import { renderAsync } from '@resvg/resvg-js'
import { fontFile, type FaceName } from '../fonts.ts'
import { latinFont } from './font-names.ts'

/** A picture to be drawn: the text of an SVG file, and how many pixels for each of its own. */
export interface PictureToDraw {
  readonly svg: string
  readonly zoom: number
}

const faces: readonly FaceName[] = ['latin-400', 'latin-600', 'korean-400', 'korean-600']

/** A picture as a PNG file on white. It is drawn beside whatever else is done meanwhile. */
export async function drawPicture({ svg, zoom }: PictureToDraw): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    // Without it, what is half transparent would come darker than it is.
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      fontFiles: faces.map(fontFile),
      defaultFontFamily: latinFont,
      sansSerifFamily: latinFont,
    },
  })
  return image.asPng()
}

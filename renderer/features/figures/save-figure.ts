import type { Figure, FigureTheme } from '../../../shared/figures/figure.ts'
import { nodesOf } from '../../../shared/figures/node.ts'
import { svgFile } from '../../../shared/figures/svg.ts'
import { call } from '../../data/call.ts'
import { toast, toastFailure } from '../../ui/toast.ts'

/** A picture with its fonts in it, so that it looks the same everywhere. */
async function wholeSvg(figure: Figure, theme: FigureTheme): Promise<string> {
  const texts = [...nodesOf(figure.body)].flatMap(({ children }) =>
    children.filter((child) => typeof child === 'string'),
  )
  const css = await call('figures.fonts', { text: [...new Set(texts.join(''))].join('') })
  return svgFile(figure, theme, css)
}

const scale = 2

/** The picture drawn at twice its size. */
async function toPng(figure: Figure, theme: FigureTheme): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await wholeSvg(figure, theme))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = figure.width * scale
  canvas.height = figure.height * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The picture could not be drawn. Save it as SVG.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The picture is too large for PNG. Save it as SVG.')
  return new Uint8Array(await blob.arrayBuffer())
}

/** Asks for a place and saves a picture there. */
export async function saveFigure(figure: Figure, theme: FigureTheme, format: 'svg' | 'png'): Promise<void> {
  try {
    const content = format === 'svg' ? await wholeSvg(figure, theme) : await toPng(figure, theme)
    const fileName = await call('figures.save', { name: figure.title, format, content })
    if (fileName !== null) toast({ message: `Saved as ${fileName}.` })
  } catch (error) {
    toastFailure(error)
  }
}

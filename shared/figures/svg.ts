import { figureFonts, type Figure, type FigureTheme } from './figure.ts'
import { el, type SvgNode } from './node.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 cannot hold, however it is written: control characters and non-characters. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu
const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character)

/** An element and all in it as XML. */
export function toXml(node: SvgNode | string): string {
  if (typeof node === 'string') return escape(node)
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(String(value))}"`)
  const open = `${node.tag}${attributes.join('')}`
  if (node.children.length === 0) return `<${open}/>`
  return `<${open}>${node.children.map(toXml).join('')}</${node.tag}>`
}

/** A picture as one element: its ground, its title and description for screen readers, and what is drawn. */
export function svgOf(figure: Figure, theme: FigureTheme, prefix: string): SvgNode {
  const { width, height, title, description, body } = figure
  return el(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      'font-family': figureFonts,
      'font-size': 12,
      fill: theme.text,
    },
    el('title', { id: `${prefix}-title` }, title),
    el('desc', { id: `${prefix}-desc` }, description),
    el('rect', { width, height, fill: theme.paper }),
    [...body],
  )
}

/** A picture's element as XML that stands by itself; `more` goes before what is drawn. */
export const standingAlone = ({ attributes, children }: SvgNode, more: readonly SvgNode[] = []): string =>
  toXml(el('svg', { xmlns: 'http://www.w3.org/2000/svg', ...attributes }, [...more, ...children]))

/** A picture as the text of an SVG file; `css` may hold the fonts that it is set in. */
export function svgFile(figure: Figure, theme: FigureTheme, css = ''): string {
  const style = css === '' ? [] : [el('style', {}, css)]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${standingAlone(svgOf(figure, theme, 'figure'), style)}\n`
}

import type { ReportModel } from '../model.ts'
import { tlpText } from '../words.ts'

/** The properties part; the library's own would bear the time of writing instead of the report's. */
export function coreProperties(model: ReportModel): { readonly path: string; readonly data: string } {
  const authors = model.authors.join('; ')
  const fields: readonly (readonly [string, string])[] = [
    ['dc:title', model.title],
    ['dc:subject', model.question ?? model.caseTitle],
    ['dc:creator', authors],
    ['cp:keywords', tlpText(model.tlp)],
    ['dc:description', `${model.caseTitle}. Made with Parallax.`],
    ['cp:lastModifiedBy', authors],
    ['cp:revision', '1'],
    ['cp:category', tlpText(model.tlp)],
    ['dc:language', 'en-GB'],
  ]
  const time = (name: string): string => `<${name} xsi:type="dcterms:W3CDTF">${model.made}</${name}>`
  const parts = fields.map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties ${namespaces}>${parts.join('')}${time('dcterms:created')}${time('dcterms:modified')}</cp:coreProperties>`
  return { path: 'docProps/core.xml', data }
}

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

import { execFileSync } from 'node:child_process'

/** The texts of a Word file's parts, by their paths; what is not XML is left out. */
export type Parts = Readonly<Record<string, string>>

const script = `
import base64, io, json, sys, zipfile
from xml.etree import ElementTree

def read(data):
    parts = {}
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(data))) as file:
        for name in file.namelist():
            isXml = name.endswith(('.xml', '.rels'))
            parts[name] = file.read(name).decode('utf-8') if isXml else ''
            if isXml: ElementTree.fromstring(parts[name])
    return parts

print(json.dumps([read(data) for data in json.load(sys.stdin)]))
`

/** Unpacks Word files and reads each part by an XML parser, which throws where one is not well formed. */
export function allPartsOf(files: readonly Uint8Array[]): Parts[] {
  const input = JSON.stringify(files.map((file) => Buffer.from(file).toString('base64')))
  return JSON.parse(execFileSync('python3', ['-c', script], { input, maxBuffer: 1e9 }).toString()) as Parts[]
}

export const partsOf = (file: Uint8Array): Parts => allPartsOf([file])[0] ?? {}

/** What stands in the attribute at each place of an element. */
export const attributes = (xml: string, element: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}(?=[ />])[^>]*?[ ]${attribute}="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  )

/** The elements of a name with all that is in them; such as hold none of their own kind. */
export const elements = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<${element}(?=[ >])[\\s\\S]*?</${element}>`, 'g'))].map(([match]) => match)

/** What one reads in a piece of the document. */
export const words = (xml: string): string =>
  xml
    .replaceAll(/<w:(tab|br)\/>|<\/w:p>/g, ' ')
    .replaceAll(/<w:instrText[\s\S]*?<\/w:instrText>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The text of the paragraphs in a style. */
export const inStyle = (xml: string, style: string): string[] =>
  elements(xml, 'w:p')
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map((paragraph) => words(paragraph).trim())

/** What is broken in the file's parts and would make Word call it damaged. */
export function faults(parts: Parts): string[] {
  const document = parts['word/document.xml'] ?? ''
  const starts = attributes(document, 'w:bookmarkStart', 'w:id')
  const names = attributes(document, 'w:bookmarkStart', 'w:name')
  const notes = attributes(document, 'w:footnoteReference', 'w:id')
  return [
    ...twice(starts, 'bookmark id'),
    ...twice(names, 'bookmark'),
    ...twice(notes, 'footnote reference'),
    ...missing(starts, attributes(document, 'w:bookmarkEnd', 'w:id'), 'end of bookmark'),
    ...missing(notes, attributes(parts['word/footnotes.xml'] ?? '', 'w:footnote', 'w:id'), 'footnote'),
    ...missing(
      attributes(document, 'w:numId', 'w:val'),
      attributes(parts['word/numbering.xml'] ?? '', 'w:num', 'w:numId'),
      'list',
    ),
    ...missing(attributes(document, 'w:hyperlink', 'w:anchor'), names, 'place'),
    ...['document', 'footnotes'].flatMap((name) => partFaults(parts, name)),
  ]
}

function partFaults(parts: Parts, name: string): string[] {
  const xml = parts[`word/${name}.xml`] ?? ''
  const relations = parts[`word/_rels/${name}.xml.rels`] ?? ''
  const styles = attributes(parts['word/styles.xml'] ?? '', 'w:style', 'w:styleId')
  const ids = attributes(relations, 'Relationship', 'Id')
  const targets = [...relations.matchAll(/Target="([^"]*)"(?! TargetMode)/g)].map(([, target = '']) => `word/${target}`)
  return [
    ...twice(ids, 'relationship'),
    ...missing(attributes(xml, 'w:hyperlink', 'r:id'), ids, 'relationship'),
    ...missing(targets, Object.keys(parts), 'part'),
    ...missing([...attributes(xml, 'w:pStyle', 'w:val'), ...attributes(xml, 'w:rStyle', 'w:val')], styles, 'style'),
    // Cells and documents end with a paragraph, and tables without one between them become one.
    ...(xml.match(/<\/w:tbl><(w:sectPr|\/w:tc|w:tbl)>/g) ?? []),
  ]
}

const twice = (values: readonly string[], what: string): string[] =>
  values.filter((value, index) => values.indexOf(value) < index).map((value) => `${what} twice: ${value}`)

const missing = (wanted: readonly string[], there: readonly string[], what: string): string[] =>
  wanted.filter((value) => !there.includes(value)).map((value) => `no ${what}: ${value}`)

import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import JsonLdParser from '@rdfjs/parser-jsonld'
import CsvwParser from '@zazuko/rdf-parser-csvw'
import rdf from '@rdfjs/dataset'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestCase } from '../test-case.ts'
import { csvwPath } from './csvw.ts'
import { awkward, awkwardCase, exported } from './test-exports.ts'

// The metadata beside a CSV, as a reader of CSV on the Web that knows nothing of Parallax takes it.

let file: TestCase
beforeEach(async () => {
  file = await awkwardCase()
})
afterEach(() => file.remove())

/** Of the vocabulary's JSON-LD context, which the reader would fetch, the terms that an export uses. */
const csvw = 'http://www.w3.org/ns/csvw#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const context = {
  '@vocab': csvw,
  dc: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  url: { '@id': `${csvw}url`, '@type': '@id' },
  columns: { '@id': `${csvw}column`, '@container': '@list' },
  titles: `${csvw}title`,
  datatype: { '@id': `${csvw}datatype`, '@type': '@vocab' },
  ...Object.fromEntries(['string', 'integer', 'dateTimeStamp'].map((name) => [name, `${xsd}${name}`])),
  number: `${xsd}double`,
}

interface Quad {
  readonly subject: { readonly value: string }
  readonly predicate: { readonly value: string }
  readonly object: { readonly value: string; readonly datatype?: { readonly value: string } }
}

async function quadsOf(stream: unknown): Promise<Quad[]> {
  const quads: Quad[] = []
  for await (const quad of stream as AsyncIterable<Quad>) quads.push(quad)
  return quads
}

/** Each row as that reader makes it: its cells by the names of their columns. */
async function readRows(path: string): Promise<Map<string, Quad['object']>[]> {
  const told = { ...(JSON.parse(readFileSync(csvwPath(path), 'utf8')) as object), '@context': context }
  const metadata = rdf.dataset(
    (await quadsOf(new JsonLdParser().import(Readable.from([JSON.stringify(told)])))) as never,
  )
  const parser = new CsvwParser({ metadata, baseIRI: 'http://case.example/' })
  const quads = await quadsOf(parser.import(createReadStream(path)))
  const describes = new Map(
    quads.filter(({ predicate }) => predicate.value === `${csvw}describes`).map((quad) => [quad.object.value, quad]),
  )
  const rows = Map.groupBy(
    quads.filter(({ subject }) => describes.has(subject.value)),
    ({ subject }) => subject.value,
  )
  return [...rows.values()].map(
    (cells) => new Map(cells.map(({ predicate, object }) => [nameIn(predicate.value), object])),
  )
}

const nameIn = (iri: string): string => decodeURIComponent(iri.split('#').at(-1) ?? '')

it('is read row by row, each cell as what its column says', async () => {
  const { path } = await exported(file, { format: 'csv', list: 'claims' })
  const rows = await readRows(path)
  const { total } = await file.call('claims.page', {})
  expect(rows).toHaveLength(total)
  const row = rows.find((cells) => cells.get('ref')?.value === 'X1')
  expect(row?.get('statement')?.value).toBe(`'${awkward}`)
  expect(row?.get('claimant')?.value).toBe('국가정보원')
  expect(row?.get('measure_low')).toMatchObject({ value: '1500', datatype: { value: `${xsd}double` } })
  expect(row?.get('created')?.datatype?.value).toBe(`${xsd}dateTimeStamp`)
})

import { basename } from 'node:path'
import type { ListName } from '../../../shared/exports.ts'
import type { Tlp } from '../../../shared/scales.ts'

// Metadata Vocabulary for Tabular Data (CSVW, W3C Recommendation of 17 December 2015), as far as an export needs it.

/** What a column holds that is no plain text. Dates of records are EDTF, which CSVW takes for texts. */
const datatypes: Readonly<Record<string, unknown>> = {
  measure_low: 'number',
  measure_high: 'number',
  measure_best: 'number',
  latitude: 'number',
  longitude: 'number',
  carriers: 'integer',
  claims: 'integer',
  documents: 'integer',
  notes: 'integer',
  read_by_me: { base: 'boolean', format: 'yes|no' },
  created: 'dateTimeStamp',
  changed: 'dateTimeStamp',
}

const listed: ReadonlySet<string> = new Set(['tags', 'participants', 'aliases'])

/** Where the metadata of a CSV file lies: beside it, by the standard's own rule. */
export const csvwPath = (path: string): string => `${path}-metadata.json`

/** The metadata of a list's CSV file. `highest` is the highest label of what is in it. */
export function csvwOf(path: string, list: ListName, names: readonly string[], highest: Tlp | null): string {
  const metadata = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: encodeURIComponent(basename(path)),
    'dc:title': list,
    ...(highest !== null && { 'dc:accessRights': `TLP:${highest}` }),
    'rdfs:comment':
      "A text that begins with =, +, -, @, a tab or a return has a ' before it, so that no spreadsheet runs it.",
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true },
    tableSchema: { columns: names.map(columnOf), primaryKey: 'id' },
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}

const columnOf = (name: string): object => ({
  name,
  titles: name,
  datatype: datatypes[name] ?? 'string',
  ...(listed.has(name) && { separator: ';' }),
  ...(name === 'id' && { required: true }),
})

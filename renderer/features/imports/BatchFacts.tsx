import type { ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import type { ImportField } from '../../../shared/import-lists.ts'
import type { ColumnUse, Mapping } from '../../../shared/mapping.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { columnsOf, fieldName, joinOf } from './import-fields.ts'
import styles from './ImportResult.module.css'

/** By what an import went: the file, how it was read, and what its columns filled. */
export function BatchFacts({ batch }: { readonly batch: BatchSummary }): ReactElement {
  const { fileSha256, encoding, delimiter, hasFile, seconds } = batch
  return (
    <details className={styles.facts}>
      <summary>The file and its mapping</summary>
      <dl>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{fileSha256}</dd>
        <dt>Read as</dt>
        <dd>
          {encoding}, separated by {delimiter === '\t' ? 'tab' : `“${delimiter}”`}; imported in{' '}
          {secondsInWords(seconds)}
        </dd>
        <dt>Columns</dt>
        <dd>
          <ul className={styles.columns}>
            {columnsInWords(batch).map(({ from, to }, at) => (
              <li key={at}>
                <span className={styles.column}>{from} →</span> {to}
              </li>
            ))}
          </ul>
        </dd>
        <dt>File</dt>
        <dd>
          {hasFile ? (
            <Button size="small" onClick={() => void saveFile(batch)}>
              Save the imported file…
            </Button>
          ) : (
            'not kept in the case, only its hash'
          )}
        </dd>
      </dl>
    </details>
  )
}

const secondsInWords = (seconds: number): string => (seconds < 0.1 ? 'less than 0.1 s' : `${seconds.toFixed(1)} s`)

interface Filling {
  readonly from: string
  readonly to: string
}

/** What each column and each value for the whole file filled. */
function columnsInWords({ header, mapping }: BatchSummary): Filling[] {
  const columns = header.map((name, at) => ({
    from: name || `column ${at + 1}`,
    to: usedFor(mapping, mapping.columns[at] ?? { fields: [], separator: null }),
  }))
  const constants = (Object.entries(mapping.constants) as [ImportField, string][]).map(([field, text]) => ({
    from: `“${text}”`,
    to: `${fieldName(field)} of every row`,
  }))
  return [...columns, ...constants]
}

function usedFor(mapping: Mapping, { fields, separator }: ColumnUse): string {
  const names = fields.map((field) => (field === null ? '–' : fieldName(field)))
  if (names.length > 1) return `${names.join(', ')} (split at “${separator ?? ''}”)`
  const [field = null] = fields
  if (field === null) return 'left out'
  const isJoined = columnsOf(mapping, field).length > 1
  return `${fieldName(field)}${isJoined ? ` (joined with “${joinOf(mapping, field)}”)` : ''}`
}

async function saveFile({ id }: BatchSummary): Promise<void> {
  const name = await run('imports.saveFile', { batch: id })
  if (name) toast({ message: `${name} was saved, byte for byte as it was imported.` })
}

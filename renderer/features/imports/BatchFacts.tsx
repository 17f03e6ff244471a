import type { ReactElement } from 'react'
import type { BatchSummary } from '../../../shared/import.ts'
import type { ImportField } from '../../../shared/import-lists.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { fieldName } from './import-fields.ts'
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
          {encoding}, separated by {delimiter === '\t' ? 'tab' : `“${delimiter}”`}; {seconds.toFixed(1)} s
        </dd>
        <dt>Columns</dt>
        <dd>{columnsInWords(batch)}</dd>
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

function columnsInWords({ header, mapping }: BatchSummary): string {
  const columns = header.map((name, at) => {
    const fields = mapping.columns[at]?.fields ?? []
    const filled = fields.map((field) => (field === null ? '–' : fieldName(field)))
    return `${name || `column ${at + 1}`} → ${filled.length === 0 ? 'left out' : filled.join(', ')}`
  })
  const constants = (Object.entries(mapping.constants) as [ImportField, string][]).map(
    ([field, text]) => `“${text}” → ${fieldName(field)} of every row`,
  )
  return [...columns, ...constants].join('; ')
}

async function saveFile({ id }: BatchSummary): Promise<void> {
  const name = await run('imports.saveFile', { batch: id })
  if (name) toast({ message: `${name} was saved, byte for byte as it was imported.` })
}

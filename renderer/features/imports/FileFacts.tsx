import type { ReactElement } from 'react'
import { importKinds, type ImportKind, type Inspection } from '../../../shared/import.ts'
import styles from './ImportDialog.module.css'

interface FileFactsProps {
  readonly file: Inspection
  readonly kind: ImportKind
  readonly onKind: (kind: ImportKind) => void
}

const delimiterNames: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** "4.2 kB". */
export function sizeInWords(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const unitDisplay = step === 0 ? 'long' : 'short'
  const format = { style: 'unit', unit: units[step], unitDisplay, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat('en-GB', format).format(bytes / 1000 ** step)
}

/** How the file is read, and what kind of list it is taken for. */
export function FileFacts({ file, kind, onKind }: FileFactsProps): ReactElement {
  return (
    <div className={styles.facts}>
      <Fact name="Size">{sizeInWords(file.size)}</Fact>
      <Fact name="Encoding">{file.encoding}</Fact>
      <Fact name="Separated by">{delimiterNames[file.delimiter] ?? `“${file.delimiter}”`}</Fact>
      <Fact name="Columns">{file.header.length}</Fact>
      <fieldset className={styles.kinds}>
        <legend>This is a list of</legend>
        {importKinds.map((known) => (
          <label key={known} className={styles.kind}>
            <input type="radio" name="import-kind" checked={known === kind} onChange={() => onKind(known)} />
            {known}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: string | number }): ReactElement => (
  <span className={styles.fact}>
    {name} <b>{children}</b>
  </span>
)

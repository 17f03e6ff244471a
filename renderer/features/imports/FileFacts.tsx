import type { ReactElement } from 'react'
import { encodings } from '../../../shared/encodings.ts'
import { importKinds, type ImportKind } from '../../../shared/import-lists.ts'
import { FileOptions, type Inspection } from '../../../shared/import.ts'
import styles from './ImportDialog.module.css'

interface FileFactsProps {
  readonly file: Inspection
  /** What was chosen against what the file looks like. */
  readonly options: FileOptions
  readonly onOptions: (options: FileOptions) => void
  readonly kind: ImportKind
  readonly onKind: (kind: ImportKind) => void
}

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  ' ': 'space',
}

/** "4.2 kB". */
export function sizeInWords(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const unitDisplay = step === 0 ? 'long' : 'short'
  const format = { style: 'unit', unit: units[step], unitDisplay, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat('en-GB', format).format(bytes / 1000 ** step)
}

/** How the file is read, each to be chosen otherwise, and what kind of list it is taken for. */
export function FileFacts({ file, options, onOptions, kind, onKind }: FileFactsProps): ReactElement {
  const choose = (name: keyof FileOptions, value: string): void => {
    const { [name]: _, ...rest } = options
    onOptions(value === '' ? rest : FileOptions.parse({ ...rest, [name]: value }))
  }
  const part = file.container === 'xlsx' ? 'sheet' : 'entry'
  const isText = file.container !== 'xlsx'
  return (
    <div className={styles.facts}>
      <span className={styles.fact}>
        Size <b>{sizeInWords(file.size)}</b>
      </span>
      {file.parts.length > 1 && (
        <Choice
          name={part === 'sheet' ? 'Sheet' : 'File'}
          value={options[part] ?? file.parts.find(({ isFirst }) => isFirst)?.name ?? ''}
          choices={file.parts.map(({ name }) => ({ value: name, label: name }))}
          onChoose={(name) => choose(part, name)}
        />
      )}
      {isText && (
        <Choice
          name="Encoding"
          value={options.encoding ?? ''}
          choices={[found(file.encoding, options.encoding), ...encodings.map((value) => ({ value, label: value }))]}
          onChoose={(value) => choose('encoding', value)}
        />
      )}
      {isText && (
        <Choice
          name="Separated by"
          value={options.delimiter ?? ''}
          choices={[
            found(delimiterNames[file.delimiter] ?? `“${file.delimiter}”`, options.delimiter),
            ...Object.entries(delimiterNames).map(([value, label]) => ({ value, label })),
          ]}
          onChoose={(value) => choose('delimiter', value)}
        />
      )}
      <Choice
        name="Dates"
        value={options.dateOrder ?? ''}
        choices={dateOrders}
        onChoose={(value) => choose('dateOrder', value)}
      />
      <Choice
        name="A list of"
        value={kind}
        choices={importKinds.map((value) => ({ value, label: value }))}
        onChoose={(value) => onKind(importKinds.find((known) => known === value) ?? kind)}
      />
    </div>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

/** The first choice: what the file itself looks like. */
const found = (name: string, chosen: string | undefined): Option => ({
  value: '',
  label: chosen === undefined ? name : 'as found',
})

const dateOrders: readonly Option[] = [
  { value: '', label: 'as each column shows' },
  { value: 'dmy', label: 'day first' },
  { value: 'mdy', label: 'month first' },
  { value: 'ymd', label: 'year first' },
]

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly choices: readonly Option[]
  readonly onChoose: (value: string) => void
}

/** One thing to choose, named before it. */
export const Choice = ({ name, value, choices, onChoose }: ChoiceProps): ReactElement => (
  <label className={styles.fact}>
    {name}{' '}
    <select className={styles.choice} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
)

import { useState, type ReactElement } from 'react'
import type { FileOptions, ImportKind, Inspection, Mapping } from '../../../shared/import.ts'
import { messageOf } from '../../data/call.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EncodingDoubt } from './EncodingDoubt.tsx'
import { FileFacts } from './FileFacts.tsx'
import { checkMapping, mapByName, type MappingCheck } from './import-fields.ts'
import { closeImport, follow, pickFile } from './import-state.ts'
import styles from './ImportDialog.module.css'
import { MappingTable } from './MappingTable.tsx'
import { ProblemList } from './ProblemList.tsx'

interface ImportDialogProps {
  readonly ticket: string
  readonly fileName: string
}

const widest = 1180

/** What a file looks like and which field each of its columns fills, before anything is imported. */
export function ImportDialog({ ticket, fileName }: ImportDialogProps): ReactElement {
  const [options, setOptions] = useState<FileOptions>({})
  const { data, error, isPlaceholderData } = useCall('imports.inspect', { ticket, options }, { keepPrevious: true })
  if (data) {
    const reading = { options, onOptions: setOptions, isReading: isPlaceholderData }
    return <OpenDialog ticket={ticket} file={data} {...reading} />
  }
  const isChosen = Object.keys(options).length > 0
  const actions = (
    <>
      <Button onClick={closeImport}>Close</Button>
      {error && isChosen && <Button onClick={() => setOptions({})}>Read it as found</Button>}
      {error && (
        <Button look="primary" onClick={() => void pickFile()}>
          Choose another file…
        </Button>
      )}
    </>
  )
  return (
    <Dialog isOpen title={`Import ${fileName}`} onClose={closeImport} actions={actions}>
      {error ? `${messageOf(error)} Nothing was imported.` : 'Reading the file…'}
    </Dialog>
  )
}

/** What was chosen for each kind of list: to look at the other one loses nothing. */
type Mappings = Readonly<Record<ImportKind, Mapping>>

const firstMappings = (file: Inspection): Mappings => {
  const byName = { claims: mapByName('claims', file.header), events: mapByName('events', file.header) }
  return { ...byName, [file.kind]: file.mapping }
}

interface OpenDialogProps {
  readonly ticket: string
  readonly file: Inspection
  readonly options: FileOptions
  readonly onOptions: (options: FileOptions) => void
  /** Whether what is shown is still as it was read before the last choice. */
  readonly isReading: boolean
}

function OpenDialog({ ticket, file, options, onOptions, isReading }: OpenDialogProps): ReactElement {
  const [kind, setKind] = useState(file.kind)
  const [mappings, setMappings] = useState(() => firstMappings(file))
  const header = file.header.join('\n')
  const [mappedHeader, setMappedHeader] = useState(header)
  if (header !== mappedHeader) {
    // Read otherwise, the columns are others.
    setMappedHeader(header)
    setMappings(firstMappings(file))
    setKind(file.kind)
  }
  const mapping = mappings[kind]
  const [isStarting, setIsStarting] = useState(false)
  const check = checkMapping(kind, mapping)
  const start = async (): Promise<void> => {
    if (check.problem !== null || isStarting || isReading) return
    setIsStarting(true)
    const started = await run('imports.start', { ticket, kind, mapping, options })
    setIsStarting(false)
    if (!started) return
    follow({ id: started.job, fileName: file.fileName, at: Date.now() })
    closeImport()
  }
  return (
    <Dialog
      isOpen
      title={`Import ${file.fileName}`}
      width={Math.min(widest, window.innerWidth - 80)}
      onClose={closeImport}
      onSubmit={() => void start()}
      foot={<Foot check={check} columns={mapping.length} />}
      actions={
        <>
          <Button onClick={closeImport}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            autoFocus={file.doubt === null}
            disabled={check.problem !== null || isReading}
            loading={isStarting}
          >
            Import {kind}
          </Button>
        </>
      }
    >
      <FileFacts file={file} options={options} onOptions={onOptions} kind={kind} onKind={setKind} />
      {file.doubt && <EncodingDoubt doubt={file.doubt} onChoose={(encoding) => onOptions({ ...options, encoding })} />}
      <MappingTable
        file={file}
        kind={kind}
        mapping={mapping}
        twice={check.twice}
        onMap={(column, field) => setMappings({ ...mappings, [kind]: mapping.with(column, field) })}
      />
      {/* Which columns are left out changes with the mapping, and is told at the columns themselves. */}
      <ProblemList problems={file.problems.filter(({ code }) => code !== 'unmapped-column')} />
    </Dialog>
  )
}

function Foot({ check, columns }: { readonly check: MappingCheck; readonly columns: number }): ReactElement {
  if (check.problem !== null) return <span className={styles.blocked}>{check.problem}</span>
  const left = columns - check.mapped
  return (
    <span>
      {check.mapped} of {columns} columns come in.{' '}
      {left > 0 && (
        <span className={styles.look}>{left === 1 ? 'One column is' : `${left} columns are`} left out.</span>
      )}
    </span>
  )
}

import { useEffect, useState, type ReactElement } from 'react'
import type { FileOptions, Inspection, Preview } from '../../../shared/import.ts'
import { call, messageOf } from '../../data/call.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { Constants } from './Constants.tsx'
import { EncodingDoubt } from './EncodingDoubt.tsx'
import { FileFacts } from './FileFacts.tsx'
import { checkMapping } from './import-fields.ts'
import { closeImport, follow, pickFile } from './import-state.ts'
import styles from './ImportDialog.module.css'
import { MatchingChoices } from './MatchingChoices.tsx'
import { PlanFoot } from './PlanFoot.tsx'
import { PlanTable } from './PlanTable.tsx'
import { Profiles } from './Profiles.tsx'
import { useImportPlan, type PlanChoices } from './use-import-plan.ts'

interface ImportDialogProps {
  readonly ticket: string
  readonly fileName: string
}

const widest = 1320

/** What a file looks like and what would become of its rows, before anything is imported. */
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

interface OpenDialogProps {
  readonly ticket: string
  readonly file: Inspection
  readonly options: FileOptions
  readonly onOptions: (options: FileOptions) => void
  /** Whether what is shown is still as it was read before the last choice. */
  readonly isReading: boolean
}

function OpenDialog({ ticket, file, options, onOptions, isReading }: OpenDialogProps): ReactElement {
  const choices = useImportPlan(file)
  const { kind, mapping } = choices
  const check = checkMapping(kind, mapping)
  const { preview, isLooking, failure, lookAtAll } = usePreview(ticket, file, choices, check.problem === null)
  const [isStarting, setIsStarting] = useState(false)
  const isReady = check.problem === null && failure === null && !isReading
  const start = async (): Promise<void> => {
    if (!isReady || isStarting) return
    setIsStarting(true)
    const started = await run('imports.start', { ticket, ...choices.plan(file.options) })
    setIsStarting(false)
    if (!started) return
    follow({ id: started.job, fileName: file.fileName, at: Date.now() })
    closeImport()
  }
  return (
    <Dialog
      isOpen
      title={`Import ${file.fileName}`}
      width={Math.min(widest, window.innerWidth - 60)}
      onClose={closeImport}
      onSubmit={() => void start()}
      foot={
        <PlanFoot
          kind={kind}
          check={failure === null ? check : { ...check, problem: failure }}
          columns={mapping.columns.length}
          preview={preview}
          isLooking={isLooking}
          onLookAtAll={lookAtAll}
        />
      }
      actions={
        <>
          <Button onClick={closeImport}>Cancel</Button>
          <Button look="primary" type="submit" autoFocus={file.doubt === null} disabled={!isReady} loading={isStarting}>
            Import {kind}
          </Button>
        </>
      }
    >
      <FileFacts file={file} options={options} onOptions={onOptions} kind={kind} onKind={choices.setKind} />
      {file.doubt && <EncodingDoubt doubt={file.doubt} onChoose={(encoding) => onOptions({ ...options, encoding })} />}
      <MatchingChoices choices={choices} />
      <div className={styles.row}>
        <Constants key={kind} choices={choices} />
        <Profiles file={file} options={file.options} choices={choices} />
      </div>
      <Rows file={file} choices={choices} preview={check.problem === null ? preview : undefined} />
    </Dialog>
  )
}

const firstLook = 2000

interface PreviewState {
  readonly preview: Preview | undefined
  readonly isLooking: boolean
  /** Why the file cannot be imported like this. */
  readonly failure: string | null
  readonly lookAtAll: () => void
}

/** What the import would come to by the choices as they are: at first of the first rows, of all when a person asks. */
function usePreview(ticket: string, file: Inspection, choices: PlanChoices, canPlan: boolean): PreviewState {
  const [job] = useState(() => crypto.randomUUID())
  const [isAll, setIsAll] = useState(false)
  const request = { ticket, job, limit: isAll ? null : firstLook, ...choices.plan(file.options) }
  const { data, error, isPlaceholderData } = useCall('imports.preview', request, {
    enabled: canPlan,
    keepPrevious: true,
  })
  // Whoever closes the dialog does not wait for the rest of a long file.
  useEffect(() => () => void call('jobs.cancel', { job }).catch(() => undefined), [job])
  return {
    preview: data,
    isLooking: isPlaceholderData,
    failure: error && canPlan ? messageOf(error) : null,
    lookAtAll: () => setIsAll(true),
  }
}

interface RowsProps {
  readonly file: Inspection
  readonly choices: PlanChoices
  readonly preview: Preview | undefined
}

/** The first rows, or those that are worth a look. */
function Rows({ file, choices, preview }: RowsProps): ReactElement {
  const [view, setView] = useState<'first' | 'odd'>('first')
  const rows = preview ? preview[view] : null
  const label = view === 'first' ? 'The first rows of the file' : 'The rows that are worth a look'
  const more = preview && view === 'odd' ? preview.oddCount - preview.odd.length : 0
  return (
    <>
      <div className={styles.views}>
        <Tabs
          label="Rows"
          value={view}
          onChange={setView}
          tabs={[
            { value: 'first', label: 'First rows' },
            { value: 'odd', label: 'Worth a look', count: preview?.oddCount },
          ]}
        />
      </div>
      {rows?.length === 0 && view === 'odd' ? (
        <p className={styles.empty}>Nothing is odd: every row comes in as it stands, or is in the case already.</p>
      ) : (
        <PlanTable file={file} choices={choices} rows={rows} label={label} />
      )}
      {more > 0 && (
        <p className={styles.hint}>
          {more.toLocaleString('en-GB')} more are not shown here; the import keeps them all.
        </p>
      )}
    </>
  )
}

import { useState, type ReactElement } from 'react'
import type { FileOptions, Inspection } from '../../../shared/import.ts'
import { messageOf } from '../../data/call.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Constants } from './Constants.tsx'
import { EncodingDoubt } from './EncodingDoubt.tsx'
import { FileFacts } from './FileFacts.tsx'
import { checkMapping } from './import-fields.ts'
import { closeImport, follow, pickFile } from './import-state.ts'
import styles from './ImportDialog.module.css'
import { MatchingChoices } from './MatchingChoices.tsx'
import { PlanFoot } from './PlanFoot.tsx'
import { PlanRows } from './PlanRows.tsx'
import { Profiles } from './Profiles.tsx'
import { useImportPlan } from './use-import-plan.ts'
import { usePreview } from './use-preview.ts'

interface ImportDialogProps {
  readonly ticket: string
  readonly fileName: string
}

const width = 1320

/** What a file looks like and what would become of its rows, before anything is imported. */
export function ImportDialog({ ticket, fileName }: ImportDialogProps): ReactElement {
  const [options, setOptions] = useState<FileOptions>({})
  const [isFound, setIsFound] = useState(false)
  const { data, error, isPlaceholderData } = useCall('imports.inspect', { ticket, options }, { keepPrevious: true })
  if (data && !isFound) {
    // What a profile or the metadata beside the file say of how it is written is chosen until a person chooses otherwise.
    setIsFound(true)
    setOptions(data.options)
  }
  if (data) {
    const reading = { options, onOptions: setOptions, isReading: isPlaceholderData }
    return <OpenDialog ticket={ticket} file={data} {...reading} />
  }
  const title = `Import ${fileName}`
  if (!error)
    return (
      <Dialog isOpen isTall title={title} width={width} onClose={closeImport}>
        <p className={styles.hint}>Reading the file…</p>
      </Dialog>
    )
  const isChosen = Object.keys(options).length > 0
  const actions = (
    <>
      <Button onClick={closeImport}>Close</Button>
      {isChosen && <Button onClick={() => setOptions({})}>Read it as found</Button>}
      <Button look="primary" onClick={() => void pickFile()}>
        Choose another file…
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={title} onClose={closeImport} actions={actions}>
      {messageOf(error)} Nothing was imported.
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
  const { kind } = choices
  const plan = choices.plan(options)
  const check = checkMapping(kind, plan.mapping)
  const look = usePreview({ ticket, options, choices, canPlan: check.problem === null })
  const [isStarting, setIsStarting] = useState(false)
  const problem = check.problem ?? look.failure
  const isReady = problem === null && !isReading
  const start = async (): Promise<void> => {
    if (!isReady || isStarting) return
    setIsStarting(true)
    const started = await run('imports.start', { ticket, ...plan })
    setIsStarting(false)
    if (!started) return
    follow({ id: started.job, fileName: file.fileName, at: Date.now() })
    closeImport()
  }
  return (
    <Dialog
      isOpen
      isTall
      title={`Import ${file.fileName}`}
      width={width}
      onClose={closeImport}
      onSubmit={() => void start()}
      foot={<PlanFoot kind={kind} check={{ ...check, problem }} columns={file.header.length} look={look} />}
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
        <Profiles file={file} options={options} onOptions={onOptions} choices={choices} />
      </div>
      <PlanRows file={file} choices={choices} preview={look.preview} />
    </Dialog>
  )
}

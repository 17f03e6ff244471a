import { useState, type ReactElement } from 'react'
import type { ChangeSet } from '../../../shared/history.ts'
import { momentInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { askUndo, showResult } from '../imports/import-state.ts'
import { FieldTable } from './FieldTable.tsx'
import styles from './HistoryScreen.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import { UndoDialog } from './UndoDialog.tsx'

const mostShown = 200

/** One step: what it changed, old and new, and what can be done about it. */
export function StepPane({ step }: { readonly step: ChangeSet }): ReactElement {
  const { data: fields } = useCall('history.changes', { step: step.id, limit: mostShown })
  const isReadOnly = useReadOnly() !== null
  const [asked, setAsked] = useState<'undo' | 'reason' | null>(null)
  useAskedDraft(
    ({ form, part }) => form === 'reason' && part === String(step.id),
    () => setAsked('reason'),
  )
  const canUndo = !isReadOnly && step.isStep && !step.undone
  const undo = async (): Promise<void> => {
    const done = await run('history.undo', { step: step.id })
    if (done) toast({ message: `Undone: ${done.label}`, timeout: 3000 })
  }
  return (
    <aside className={styles.pane} aria-label="Step" tabIndex={-1}>
      <header>
        <p className={styles.muted}>
          {step.by}, {momentInWords(step.at)}
          {step.undone && ' · taken back'}
        </p>
        <h2 className={styles.title}>{step.label}</h2>
        {step.reason !== null && <p>{step.reason}</p>}
      </header>
      {(!isReadOnly || step.batch !== null) && (
        <div className={styles.actions}>
          {step.batch !== null && <Button onClick={() => showResult(step.batch ?? '')}>Show this import</Button>}
          {canUndo && step.batch === null && <Button onClick={() => setAsked('undo')}>Undo this step</Button>}
          {canUndo && step.batch !== null && (
            <Button onClick={() => askUndo(step.batch ?? '')}>Undo this import…</Button>
          )}
          {!isReadOnly && (
            <Button onClick={() => setAsked('reason')}>
              {step.reason === null ? 'Give a reason…' : 'Give another reason…'}
            </Button>
          )}
        </div>
      )}
      {canUndo && step.batch !== null && (
        <p className={styles.muted}>
          An import is taken back by itself, at any later time: what was edited since is listed first, and stays unless
          you say otherwise.
        </p>
      )}
      {fields && (
        <FieldTable fields={fields} isCut={fields.length === mostShown} isImport={step.command === 'import'} />
      )}
      {asked === 'undo' && <UndoDialog step={step} onUndo={undo} onClose={() => setAsked(null)} />}
      {asked === 'reason' && <ReasonDialog step={step} onClose={() => setAsked(null)} />}
    </aside>
  )
}

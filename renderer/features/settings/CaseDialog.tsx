import type { ReactElement } from 'react'
import { scaleNames, scaleTitles, tlpLabels } from '../../../shared/scales.ts'
import { run, useCall } from '../../data/queries.ts'
import type { OpenCase } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { DateInput } from '../../ui/DateInput.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select, TextArea, TextInput } from '../../ui/inputs.tsx'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { closings, useDraft } from '../drafts/use-draft.ts'
import { draftOf, patchOf, problemsOf } from './case-draft.ts'
import { closeSettings } from './settings-state.ts'
import styles from './Settings.module.css'

const caseSettings = { form: 'case', part: 'settings', record: null, words: 'Case settings', path: null }

/** The settings that are stored in the case: its question, its scale, its marking, its limits. */
export function CaseDialog({ open }: { readonly open: OpenCase }): ReactElement {
  const { info, readOnly, folder, fileName } = open
  const judgements = useCall('case.counts').data?.judgements ?? 0
  const typed = useDraft(caseSettings, () => draftOf(info))
  const { value: draft, set } = typed
  const problems = problemsOf(draft)
  const isReadOnly = readOnly !== null
  const canSave = !isReadOnly && Object.keys(problems).length === 0
  const { cancel, leave } = closings(typed, closeSettings)
  const save = async (): Promise<void> => {
    if (!canSave) return
    const patch = patchOf(draft, info)
    if (Object.keys(patch).length === 0 || (await run('case.update', { patch })) !== undefined) cancel()
  }
  return (
    <Dialog
      isOpen
      title="Case settings"
      width={560}
      onClose={leave}
      onSubmit={() => void save()}
      foot={isReadOnly ? `Read-only: ${readOnly}` : `${folder}/${fileName}`}
      actions={
        <>
          <Button onClick={cancel}>{isReadOnly ? 'Close' : 'Cancel'}</Button>
          {!isReadOnly && (
            <Button look="primary" type="submit" disabled={!canSave}>
              Save
            </Button>
          )}
        </>
      }
    >
      <DraftLine draft={typed} />
      <Field label="Title" error={problems.title ?? null}>
        {(ids) => <TextInput {...ids} disabled={isReadOnly} value={draft.title} onChange={(title) => set({ title })} />}
      </Field>
      <Field label="Question" help="What the case is to answer. Reports open with it." isOptional>
        {(ids) => (
          <TextArea
            {...ids}
            rows={2}
            disabled={isReadOnly}
            value={draft.question}
            onChange={(question) => set({ question })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label="Scale of likelihood" help="One scale per case, never mixed.">
          {(ids) => (
            <Select
              {...ids}
              disabled={isReadOnly}
              value={draft.scale}
              options={scaleNames.map((value) => ({ value, label: scaleTitles[value] }))}
              onChange={(scale) => set({ scale })}
            />
          )}
        </Field>
        <Field label="TLP marking" help="What new records and reports take.">
          {(ids) => (
            <Select
              {...ids}
              disabled={isReadOnly}
              value={draft.tlp}
              options={tlpLabels.map((value) => ({ value, label: `TLP:${value}` }))}
              onChange={(tlp) => set({ tlp })}
            />
          )}
        </Field>
      </div>
      {draft.scale !== info.scale && <ScaleWarning judgements={judgements} />}
      <div className={styles.pair}>
        <Field label="Cut-off date" help="What came later is not considered." isOptional>
          {(ids) => (
            <DateInput
              key={typed.version}
              {...ids}
              disabled={isReadOnly}
              value={draft.cutoff}
              onChange={(cutoff) => set({ cutoff })}
            />
          )}
        </Field>
        <Field
          label="“About” means ± %"
          help="How far a figure given as “about” may be off when figures are compared."
          error={problems.tolerance ?? null}
        >
          {(ids) => (
            <TextInput
              {...ids}
              disabled={isReadOnly}
              isInvalid={problems.tolerance !== undefined}
              value={draft.tolerance}
              onChange={(tolerance) => set({ tolerance })}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}

function ScaleWarning({ judgements }: { readonly judgements: number }): ReactElement {
  if (judgements === 0) {
    return (
      <p className={styles.look} role="status">
        There is no judgement yet, so nothing has to be chosen anew.
      </p>
    )
  }
  const those = judgements === 1 ? 'One judgement has' : `${judgements} judgements have`
  return (
    <p className={styles.look} role="status">
      {those} a term of the present scale. A term cannot be carried over: choose a new one for each, in the report.
    </p>
  )
}

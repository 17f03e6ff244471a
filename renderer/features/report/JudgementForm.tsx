import { useState, type KeyboardEvent, type ReactElement } from 'react'
import type { Judgement, JudgementPatch } from '../../../shared/report.ts'
import type { ScaleName } from '../../../shared/scales.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { ConfidencePicker } from './ConfidencePicker.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { FormArea } from './FormArea.tsx'
import { checkDraft, draftOf, patchOf, type JudgementDraft } from './judgement-draft.ts'
import styles from './JudgementForm.module.css'
import { mixesConfidence } from './likelihood.ts'
import { LikelihoodPicker } from './LikelihoodPicker.tsx'

interface JudgementFormProps {
  /** Null for a new one. */
  readonly judgement: Judgement | null
  readonly scale: ScaleName
  readonly onSave: (patch: JudgementPatch) => Promise<void>
  readonly onCancel: () => void
}

/** All of a judgement. Ctrl+Enter saves, Esc leaves it as it was. */
export function JudgementForm({ judgement, scale, onSave, onCancel }: JudgementFormProps): ReactElement {
  const [draft, setDraft] = useState(() => draftOf(judgement, scale))
  const [isSaving, setIsSaving] = useState(false)
  const set = (patch: Partial<JudgementDraft>): void => setDraft((before) => ({ ...before, ...patch }))
  const { problem, percent } = checkDraft(draft, scale)
  const save = async (): Promise<void> => {
    if (problem !== null || isSaving) return
    setIsSaving(true)
    await onSave(patchOf(draft, scale))
    setIsSaving(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.form} role="form" aria-label="Judgement" onKeyDown={onKeyDown}>
      <FormArea
        label="Judgement"
        hint="one statement, without the likelihood and without the confidence"
        value={draft.statement}
        onChange={(statement) => set({ statement })}
        rows={2}
        autoFocus
        {...(mixesConfidence(draft.statement) ? { look: mixed } : {})}
      />
      {judgement && judgement.scale !== scale && judgement.likelihood && (
        <p className={styles.look}>
          It was “{judgement.likelihood}” on the other scale. Scales are never mixed: choose a term of this one.
        </p>
      )}
      <LikelihoodPicker
        scale={scale}
        term={draft.likelihood}
        percent={draft.percent}
        check={percent}
        onTerm={(likelihood) => set({ likelihood })}
        onPercent={(figure) => set({ percent: figure })}
      />
      <ConfidencePicker draft={draft} onChange={set} />
      <EvidenceField evidence={draft.evidence} onChange={(evidence) => set({ evidence })} />
      <FormArea
        label="Assumptions"
        hint="what is taken to be so without evidence"
        value={draft.assumptions}
        onChange={(assumptions) => set({ assumptions })}
      />
      <FormArea
        label="Indicators"
        hint="what would change this judgement"
        value={draft.indicators}
        onChange={(indicators) => set({ indicators })}
      />
      <FormArea
        label="Alternatives"
        hint="what else could explain the evidence"
        value={draft.alternatives}
        onChange={(alternatives) => set({ alternatives })}
      />
      <div className={styles.actions}>
        <span className={styles.problem} aria-live="polite">
          {problem}
        </span>
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" disabled={problem !== null} loading={isSaving} onClick={() => void save()}>
          Save judgement <KeyHint keys="Mod+Enter" />
        </Button>
      </div>
    </div>
  )
}

const mixed =
  'A likelihood and a confidence level do not belong into one sentence (ICD 203). Give them in the fields below.'

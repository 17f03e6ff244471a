import type { KeyboardEvent, ReactElement } from 'react'
import type { Judgement, JudgementPatch } from '../../../shared/report.ts'
import type { ScaleName } from '../../../shared/scales.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { useDraft, type DraftPlace } from '../drafts/use-draft.ts'
import { useKeptWhenLeft } from '../records/use-kept-when-left.ts'
import { ConfidencePicker } from './ConfidencePicker.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { FormArea } from './FormArea.tsx'
import { checkDraft, draftOf, patchOf } from './judgement-draft.ts'
import styles from './JudgementForm.module.css'
import { LikelihoodPicker } from './LikelihoodPicker.tsx'
import { ResolvesByField } from './ResolvesByField.tsx'
import { Reviews } from './Reviews.tsx'
import { StaleNote } from './StaleNote.tsx'
import { StatementField } from './StatementField.tsx'

interface JudgementFormProps {
  /** Null for a new one. */
  readonly judgement: Judgement | null
  readonly place: DraftPlace
  readonly scale: ScaleName
  /** True when it was saved. */
  readonly onSave: (patch: JudgementPatch) => Promise<boolean>
  readonly onClose: () => void
}

/** All of a judgement. Ctrl+Enter saves, Esc closes it and keeps what was typed, Cancel drops that. */
export function JudgementForm({ judgement, place, scale, onSave, onClose }: JudgementFormProps): ReactElement {
  const typed = useDraft(place, () => draftOf(judgement, scale))
  const { value: draft, set } = typed
  const { problem, percent } = checkDraft(draft, scale)
  const { submit, drop, leave } = useKeptWhenLeft({
    place,
    draft: typed,
    isReady: problem === null,
    save: () => onSave(patchOf(draft, scale)),
    onClose,
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.form} role="form" aria-label="Judgement" onKeyDown={onKeyDown}>
      <DraftLine draft={typed} />
      {judgement && <StaleNote judgement={judgement} isReadOnly={false} />}
      <StatementField
        statement={draft.statement}
        context={{ scale, term: draft.likelihood, percent: percent.percent }}
        onChange={set}
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
        onTermAlone={(likelihood) => set({ likelihood, percent: '' })}
      />
      <ConfidencePicker draft={draft} onChange={set} />
      <EvidenceField draft={draft} onChange={set} />
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
      <ResolvesByField value={draft.resolvesBy} onChange={(resolvesBy) => set({ resolvesBy })} />
      {judgement && <Reviews reviews={judgement.reviews} />}
      <div className={styles.actions}>
        <span className={styles.problem} aria-live="polite">
          {problem}
        </span>
        <Button onClick={drop}>Cancel</Button>
        <Button look="primary" disabled={problem !== null} onClick={() => void submit()}>
          Save judgement <KeyHint keys="Mod+Enter" />
        </Button>
      </div>
    </div>
  )
}

import { useId, type ReactElement } from 'react'
import { confidenceLevels } from '../../../shared/scales.ts'
import { FormArea } from './FormArea.tsx'
import type { JudgementDraft } from './judgement-draft.ts'
import styles from './JudgementForm.module.css'

interface ConfidencePickerProps {
  readonly draft: Pick<JudgementDraft, 'confidence' | 'confidenceReasons'>
  readonly onChange: (patch: Partial<JudgementDraft>) => void
}

/** How sure: the level and the reasons for it. */
export function ConfidencePicker({ draft, onChange }: ConfidencePickerProps): ReactElement {
  const name = useId()
  const levels = [null, ...confidenceLevels]
  return (
    <div>
      <fieldset className={styles.levels}>
        <legend className={styles.label}>
          How sure <span className={styles.hint}>confidence in the sources and the reasoning, not in the outcome</span>
        </legend>
        {levels.map((level) => (
          <label key={level ?? 'none'} className={styles.level}>
            <input
              type="radio"
              name={name}
              checked={draft.confidence === level}
              onChange={() => onChange({ confidence: level })}
            />
            <span className={level === null ? styles.hint : undefined}>{level ?? 'not chosen'}</span>
          </label>
        ))}
      </fieldset>
      <FormArea
        label="Reasons"
        hint="how good and how independent the sources are, what is missing"
        value={draft.confidenceReasons}
        onChange={(confidenceReasons) => onChange({ confidenceReasons })}
      />
    </div>
  )
}

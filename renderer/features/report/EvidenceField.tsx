import type { ReactElement } from 'react'
import { RecordFinder } from '../notes/RecordFinder.tsx'
import type { JudgementDraft } from './judgement-draft.ts'
import styles from './JudgementForm.module.css'
import { ClaimRows } from './RecordsBlock.tsx'

type Evidence = JudgementDraft['evidence']

interface EvidenceFieldProps {
  readonly evidence: Evidence
  readonly onChange: (evidence: Evidence) => void
}

const sides = [
  { side: 'supports', label: 'Claims that support it', placeholder: 'Add a supporting claim by its words' },
  { side: 'contrary', label: 'Claims against it', placeholder: 'Add a contrary claim by its words' },
] as const

/** The claims for and against a judgement. */
export function EvidenceField({ evidence, onChange }: EvidenceFieldProps): ReactElement {
  const chosen = new Set([...evidence.supports, ...evidence.contrary])
  return (
    <div className={styles.evidence}>
      {sides.map(({ side, label, placeholder }) => (
        <div key={side} className={styles.area} role="group" aria-label={label}>
          <span className={styles.label}>{label}</span>
          <ClaimRows
            ids={evidence[side]}
            onRemove={(gone) => onChange({ ...evidence, [side]: evidence[side].filter((id) => id !== gone) })}
          />
          <RecordFinder
            label={label}
            placeholder={placeholder}
            kinds={['claim']}
            without={chosen}
            onPick={({ id }) => onChange({ ...evidence, [side]: [...evidence[side], id] })}
          />
        </div>
      ))}
    </div>
  )
}

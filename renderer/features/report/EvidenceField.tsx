import type { ReactElement } from 'react'
import { evidenceWeights, type EvidenceWeight } from '../../../shared/report.ts'
import { optionsOf, Select, type Option } from '../../ui/inputs.tsx'
import { RecordFinder } from '../notes/RecordFinder.tsx'
import type { JudgementDraft } from './judgement-draft.ts'
import styles from './JudgementForm.module.css'
import { ClaimRows } from './RecordsBlock.tsx'

interface EvidenceFieldProps {
  readonly draft: Pick<JudgementDraft, 'evidence' | 'weights'>
  readonly onChange: (patch: Partial<JudgementDraft>) => void
}

const weightOptions: readonly Option<EvidenceWeight | ''>[] = [
  { value: '', label: 'weight' },
  ...optionsOf(evidenceWeights),
]

const sides = [
  { side: 'supports', label: 'Claims that support it', placeholder: 'Add a supporting claim by its words' },
  { side: 'contrary', label: 'Claims against it', placeholder: 'Add a contrary claim by its words' },
] as const

/** The claims for and against a judgement, each with how much it counts. */
export function EvidenceField({ draft: { evidence, weights }, onChange }: EvidenceFieldProps): ReactElement {
  const set = (side: 'supports' | 'contrary', ids: readonly string[]): void =>
    onChange({ evidence: { ...evidence, [side]: ids } })
  const weigh = (id: string, weight: EvidenceWeight | ''): void => {
    const { [id]: _before, ...others } = weights
    onChange({ weights: weight === '' ? others : { ...others, [id]: weight } })
  }
  const chosen = new Set([...evidence.supports, ...evidence.contrary])
  return (
    <div className={styles.evidence}>
      {sides.map(({ side, label, placeholder }) => (
        <div key={side} className={styles.area} role="group" aria-label={label}>
          <span className={styles.label}>{label}</span>
          <ClaimRows
            ids={evidence[side]}
            onRemove={(gone) =>
              set(
                side,
                evidence[side].filter((id) => id !== gone),
              )
            }
            aside={(id, name) => (
              <Select
                aria-label={`Weight of ${name}`}
                value={weights[id] ?? ''}
                options={weightOptions}
                onChange={(weight) => weigh(id, weight)}
              />
            )}
          />
          <RecordFinder
            label={label}
            placeholder={placeholder}
            kinds={['claim']}
            without={chosen}
            onPick={({ id }) => set(side, [...evidence[side], id])}
          />
        </div>
      ))}
    </div>
  )
}

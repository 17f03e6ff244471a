import { Fragment, type ReactElement } from 'react'
import type { Finding } from '../../../shared/analysis.ts'
import { momentInWords } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { openMerge } from '../merge/merge-state.ts'
import { SideCard } from './SideCard.tsx'
import styles from './Review.module.css'
import { relationInWords, verbOf, wordOf, type Decision } from './words.ts'

interface PairPaneProps {
  readonly finding: Finding
  readonly canDecide: boolean
  readonly onDecide: (state: Finding['state']) => void
  readonly onDecideWithReason: (decision: Decision) => void
}

const keyOf: Readonly<Record<Decision, string>> = { confirmed: 'C', rejected: 'R' }

/** Two that may be one record. */
export const isSameText = ({ type }: Finding): boolean => type === 'same as' || type === 'repeats'

/** Both sides of a pair, the rule's reasoning between them, and what a person says to it. */
export function PairPane({ finding, canDecide, onDecide, onDecideWithReason }: PairPaneProps): ReactElement {
  const { left, right, state } = finding
  return (
    <section className={styles.pane} aria-label="Pair">
      <header>
        <p className={styles.muted}>
          {relationInWords[finding.type]}
          {finding.rule === null ? ' · came as a suggestion' : ` · rule: ${finding.rule}`}
        </p>
        <h2 className={styles.reason}>{finding.reason || `${left.ref} ${verbOf[finding.type]} ${right.ref}`}</h2>
        {state !== 'suggested' && (
          <p>
            <strong>{state === 'confirmed' ? 'Confirmed' : 'Rejected'}</strong>
            {finding.by !== null && ` by ${finding.by}`}
            {finding.at !== null && `, ${momentInWords(finding.at)}`}
            {finding.why !== null && `: ${finding.why}`}
          </p>
        )}
      </header>
      <div className={styles.sides}>
        <SideCard side={left} />
        <span className={styles.verb}>{verbOf[finding.type]}</span>
        <SideCard side={right} />
      </div>
      {canDecide && (
        <div className={styles.actions}>
          {(['confirmed', 'rejected'] as const)
            .filter((decision) => decision !== state)
            .map((decision) => (
              <Fragment key={decision}>
                <Button look={decision === 'confirmed' ? 'primary' : 'plain'} onClick={() => onDecide(decision)}>
                  {wordOf[decision]} <KeyHint keys={keyOf[decision]} />
                </Button>
                <Button onClick={() => onDecideWithReason(decision)}>
                  {wordOf[decision]} with a reason… <KeyHint keys={`Shift+${keyOf[decision]}`} />
                </Button>
              </Fragment>
            ))}
          {isSameText(finding) && (
            <Button onClick={() => void openMerge({ kind: left.kind, keep: right.id, drop: left.id })}>
              Merge… <KeyHint keys="M" />
            </Button>
          )}
          {state !== 'suggested' && (
            <Button onClick={() => onDecide('suggested')}>
              Leave open <KeyHint keys="O" />
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

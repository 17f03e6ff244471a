import { ArrowDown, ArrowUp, Cross, History } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import { dateInWords } from '../../../shared/dates.ts'
import { rangeInWords, termOf } from '../../../shared/likelihood.ts'
import type { Judgement } from '../../../shared/report.ts'
import type { ScaleName } from '../../../shared/scales.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Versions } from '../history/Versions.tsx'
import styles from './JudgementForm.module.css'
import { reviewInWords } from './Reviews.tsx'
import { StaleNote } from './StaleNote.tsx'

interface JudgementRowProps {
  readonly judgement: Judgement
  readonly scale: ScaleName
  readonly isReadOnly: boolean
  readonly onEdit: () => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

/** A judgement in short; opening it shows the form. */
export function JudgementRow(props: JudgementRowProps): ReactElement {
  const { judgement, scale, isReadOnly, onEdit, onMove, onRemove } = props
  const [hasHistory, setHasHistory] = useState(false)
  return (
    <li className={styles.row} data-judgement={judgement.id}>
      <button type="button" className={styles.open} disabled={isReadOnly} onClick={onEdit} title="Edit this judgement">
        <span>{judgement.statement}</span>
        <Facts judgement={judgement} scale={scale} />
      </button>
      <span className={styles.tools}>
        <Button
          {...small}
          icon={<History size={12} />}
          label={hasHistory ? 'Hide the history of the judgement' : 'Show the history of the judgement'}
          aria-expanded={hasHistory}
          onClick={() => setHasHistory(!hasHistory)}
        />
        {!isReadOnly && (
          <>
            <Button {...small} icon={<ArrowUp size={12} />} label="Move the judgement up" onClick={() => onMove(-1)} />
            <Button
              {...small}
              icon={<ArrowDown size={12} />}
              label="Move the judgement down"
              onClick={() => onMove(1)}
            />
            <Button {...small} icon={<Cross size={12} />} label="Remove the judgement" onClick={onRemove} />
          </>
        )}
      </span>
      <StaleNote judgement={judgement} isReadOnly={isReadOnly} />
      {hasHistory && (
        <section className={styles.history} aria-label="History of the judgement">
          <Versions record={{ kind: 'judgement', id: judgement.id }} canEdit={!isReadOnly} />
        </section>
      )}
    </li>
  )
}

const small = { look: 'quiet', size: 'small' } as const

function Facts({ judgement, scale }: Pick<JudgementRowProps, 'judgement' | 'scale'>): ReactElement {
  const { likelihood, percent, confidence, evidence, resolvesBy, resolvesByText, reviews } = judgement
  const term = termOf(judgement.scale, likelihood)
  const supporting = evidence.filter(({ side }) => side === 'supports').length
  return (
    <span className={styles.facts}>
      {likelihood === null ? (
        <Badge tone="look">no likelihood yet</Badge>
      ) : (
        <span>
          <span className={styles.term}>{likelihood}</span>{' '}
          {percent === null ? term && rangeInWords(judgement.scale, term) : `${percent} %`}
        </span>
      )}
      {likelihood !== null && judgement.scale !== scale && <Badge tone="look">term of the other scale</Badge>}
      {confidence === null ? (
        <Badge tone="look">no confidence yet</Badge>
      ) : (
        <span>
          <span className={styles.term}>{confidence}</span> confidence
        </span>
      )}
      <span>
        {supporting} for, {evidence.length - supporting} against
      </span>
      {resolvesByText !== null && <span>resolves by {resolvesBy ? dateInWords(resolvesBy) : resolvesByText}</span>}
      {reviews[0] && <span title={reviews[0].reason}>reviewed {reviewInWords(reviews[0])}</span>}
    </span>
  )
}

import type { ReactElement } from 'react'
import type { Comparison, Finding, PairSide } from '../../../shared/analysis.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { RecordButton } from '../records/RecordButton.tsx'
import { Line, Nothing, Section } from '../records/Section.tsx'
import { decide } from './decide.ts'
import styles from './Review.module.css'
import { relationInWords } from './words.ts'

interface ComparedSectionProps {
  readonly record: { readonly kind: 'claim' | 'event'; readonly id: string }
  readonly canEdit: boolean
}

/** What rules found between this record and others: what waits for a word, parts and wholes, what does not compare. */
export function ComparedSection({ record, canEdit }: ComparedSectionProps): ReactElement {
  const open = useCall('analysis.findings', { of: record, state: 'suggested', end: mostShown }, { keepPrevious: true })
  const isClaim = record.kind === 'claim'
  const compared = useCall(
    'analysis.compare',
    { claim: record.id, limit: mostShown },
    { enabled: isClaim, keepPrevious: true },
  )
  const rows = open.data?.rows ?? []
  const pairs = compared.data?.rows ?? []
  const other = ({ left, right }: { left: PairSide; right: PairSide }): PairSide =>
    left.id === record.id ? right : left
  return (
    <Section title="Held against others">
      {rows.length + pairs.length === 0 && <Nothing>Nothing that contradicts it or looks like it.</Nothing>}
      {rows.map((finding) => (
        <Suggestion key={finding.key} finding={finding} other={other(finding)} canEdit={canEdit} />
      ))}
      {pairs.map((pair) => (
        <Line key={`${pair.left.id} ${pair.right.id} ${pair.reason}`} label={labelOf(pair, record.id)}>
          <div>
            <RecordButton to={other(pair)} title={other(pair).text}>
              {other(pair).ref}
            </RecordButton>
            <p className={styles.muted}>{pair.reason}</p>
          </div>
        </Line>
      ))}
      {(open.data?.total ?? 0) > mostShown && <p className={styles.muted}>The first {mostShown} are shown.</p>}
    </Section>
  )
}

const mostShown = 50

const labelOf = ({ obstacle, left }: Comparison, id: string): string =>
  obstacle !== null ? `other ${obstacle}` : left.id === id ? 'part of' : 'whole of'

interface SuggestionProps {
  readonly finding: Finding
  readonly other: PairSide
  readonly canEdit: boolean
}

function Suggestion({ finding, other, canEdit }: SuggestionProps): ReactElement {
  return (
    <Line label={relationInWords[finding.type]}>
      <div>
        <RecordButton to={other} title={other.text}>
          {other.ref}
        </RecordButton>
        <p>{finding.reason}</p>
        {canEdit && (
          <p className={styles.actions}>
            <Button size="small" onClick={() => void decide(finding, 'confirmed')}>
              Confirm
            </Button>
            <Button size="small" onClick={() => void decide(finding, 'rejected')}>
              Reject
            </Button>
          </p>
        )}
      </div>
    </Line>
  )
}

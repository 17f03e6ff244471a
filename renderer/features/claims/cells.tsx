import type { ReactElement } from 'react'
import type { ClaimRow } from '../../../shared/claim.ts'
import { formatQuantity } from '../../../shared/quantities.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Grade } from '../../ui/Grade.tsx'
import { TlpBadge } from '../../ui/TlpBadge.tsx'
import { DateCell } from '../records/DateWords.tsx'
import styles from './cells.module.css'

interface Props {
  readonly row: ClaimRow
}

export const ReliabilityCell = ({ row }: Props): ReactElement => <Grade axis="reliability" value={row.reliability} />

export const CredibilityCell = ({ row }: Props): ReactElement => <Grade axis="credibility" value={row.credibility} />

export const TlpCell = ({ row }: Props): ReactElement | null => (row.tlp ? <TlpBadge tlp={row.tlp} /> : null)

export const SaidCell = ({ row }: Props): ReactElement => <DateCell edtf={row.said} text={row.saidText} />

/** The first number; how many more there are beside it. */
export function QuantityCell({ row }: Props): ReactElement | null {
  const [lead] = row.measures
  if (!lead) return null
  const more = row.measures.length - 1
  return (
    <>
      {formatQuantity(lead)}
      {more > 0 && <span className={styles.more}> +{more}</span>}
    </>
  )
}

/** Which statuses ask for a look. */
const disputed: ReadonlySet<string> = new Set(['disputed', 'retracted'])

export const StatusCell = ({ row }: Props): ReactElement =>
  disputed.has(row.status) ? <Badge tone="look">{row.status}</Badge> : <>{row.status}</>

export const TagsCell = ({ row }: Props): ReactElement => (
  <span className={styles.tags}>
    {row.tags.map((tag) => (
      <Badge key={tag}>{tag}</Badge>
    ))}
  </span>
)

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

const moreOf = (row: ClaimRow): string => (row.measures.length > 1 ? ` +${row.measures.length - 1}` : '')

/** "about 1,000 +19": the first number and how many more there are. */
export const quantityInWords = (row: ClaimRow): string => {
  const [lead] = row.measures
  return lead ? formatQuantity(lead) + moreOf(row) : ''
}

/** The same, the count of the others quieter. */
export function QuantityCell({ row }: Props): ReactElement | null {
  const [lead] = row.measures
  if (!lead) return null
  return (
    <>
      {formatQuantity(lead) || <span className={styles.more}>no figure</span>}
      <span className={styles.more}>{moreOf(row)}</span>
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

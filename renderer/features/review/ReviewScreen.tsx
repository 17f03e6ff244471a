import { useState, type KeyboardEvent, type ReactElement } from 'react'
import type { Finding } from '../../../shared/analysis.ts'
import { goTo } from '../../app/history.ts'
import { useCall } from '../../data/queries.ts'
import { useOpenCase, useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { optionsOf, Select } from '../../ui/inputs.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { openMerge } from '../merge/merge-state.ts'
import { openRecord } from '../records/open-record.ts'
import { decide } from './decide.ts'
import { DecisionDialog } from './DecisionDialog.tsx'
import { isSameText, PairPane } from './PairPane.tsx'
import { ReviewList } from './ReviewList.tsx'
import styles from './Review.module.css'
import { waiting } from './waiting.ts'
import { relationInWords, type Decision } from './words.ts'

export type Part = 'suggested' | 'confirmed' | 'rejected' | 'not-comparable'

const pathOf: Readonly<Record<Part, string>> = {
  suggested: '/review',
  confirmed: '/review/confirmed',
  rejected: '/review/rejected',
  'not-comparable': '/review/not-comparable',
}

/** The parts of the review, each with its count where one is known. */
export function ReviewParts({ value }: { readonly value: Part }): ReactElement {
  const open = useCall('analysis.findings', waiting).data?.total
  const tabs = [
    { value: 'suggested', label: 'To review', count: open },
    { value: 'confirmed', label: 'Confirmed' },
    { value: 'rejected', label: 'Rejected' },
    { value: 'not-comparable', label: 'Not comparable' },
  ] as const
  return <Tabs label="Parts of the review" tabs={tabs} value={value} onChange={(part) => goTo(pathOf[part])} />
}

const anyType = 'any relation'
const types = ['contradicts', 'denies', 'revises', 'repeats', 'same as'] as const
const typeOptions = [
  { value: anyType, label: 'All kinds' },
  ...optionsOf(types).map(({ value }) => ({ value, label: relationInWords[value] })),
]

const pageSize = 200

export const ToReviewScreen = (): ReactElement => <ReviewScreen part="suggested" />
export const ConfirmedScreen = (): ReactElement => <ReviewScreen part="confirmed" />
export const RejectedScreen = (): ReactElement => <ReviewScreen part="rejected" />

/** Goes through pairs one key each: what a rule suggests, both sides, its reasoning, and a person's word on it. */
function ReviewScreen({ part }: { readonly part: Exclude<Part, 'not-comparable'> }): ReactElement {
  const [type, setType] = useState<string>(anyType)
  const [end, setEnd] = useState(pageSize)
  const [at, setAt] = useState(0)
  const [asked, setAsked] = useState<Decision | null>(null)
  const canDecide = useReadOnly() === null
  const request = { state: part, start: 0, end, ...(type !== anyType && { types: [type as Finding['type']] }) }
  const { data } = useCall('analysis.findings', request, { keepPrevious: true })
  const isBehind = useCall('analysis.status').data?.isBehind ?? false
  const rows = data?.rows ?? []
  // What was decided leaves the list: the next one takes its place.
  const chosen = Math.min(at, Math.max(0, rows.length - 1))
  const finding = rows[chosen]

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!finding || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keyAction(event, canDecide)
    if (!act) return
    event.preventDefault()
    if (act.move) setAt(Math.min(rows.length - 1, Math.max(0, chosen + act.move)))
    else if (act.open) openRecord(finding[act.open])
    else if (act.merge && isSameText(finding))
      void openMerge({ kind: finding.left.kind, keep: finding.right.id, drop: finding.left.id })
    else if (act.withReason && act.state !== 'suggested') setAsked(act.state ?? null)
    else if (act.state) void decide(finding, act.state)
  }

  return (
    <div className={styles.screen} key={useOpenCase()?.info.id} onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <ReviewParts value={part} />
        {isBehind && <span className={styles.muted}>Comparing…</span>}
        <span className={styles.filter}>
          <Select aria-label="Kind" value={type} options={typeOptions} onChange={setType} />
        </span>
      </div>
      {finding ? (
        <div className={styles.panes}>
          <ReviewList
            findings={rows}
            total={data?.total ?? 0}
            chosen={chosen}
            onChoose={setAt}
            onMore={data && data.total > rows.length ? () => setEnd(end + pageSize) : null}
          />
          <PairPane
            finding={finding}
            canDecide={canDecide}
            onDecide={(state) => void decide(finding, state)}
            onDecideWithReason={setAsked}
          />
        </div>
      ) : (
        data && <NothingToReview part={part} isFiltered={type !== anyType} isBehind={isBehind} />
      )}
      {asked && finding && <DecisionDialog finding={finding} state={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

interface Action {
  readonly move?: number
  readonly open?: 'left' | 'right'
  readonly state?: Finding['state']
  readonly withReason?: boolean
  readonly merge?: boolean
}

function keyAction(event: KeyboardEvent, canDecide: boolean): Action | undefined {
  const { key, shiftKey } = event
  if (key === 'ArrowDown' || key === 'j') return { move: 1 }
  if (key === 'ArrowUp' || key === 'k') return { move: -1 }
  if (key === 'PageDown') return { move: 10 }
  if (key === 'PageUp') return { move: -10 }
  if (key === '1') return { open: 'left' }
  if (key === '2') return { open: 'right' }
  if (key === 'm') return canDecide ? { merge: true } : undefined
  const state = ({ c: 'confirmed', r: 'rejected', o: 'suggested' } as const)[key.toLowerCase()]
  return canDecide && state ? { state, withReason: shiftKey && state !== 'suggested' } : undefined
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

interface NothingProps {
  readonly part: Part
  readonly isFiltered: boolean
  readonly isBehind: boolean
}

function NothingToReview({ part, isFiltered, isBehind }: NothingProps): ReactElement {
  if (part === 'suggested' && isBehind)
    return (
      <EmptyState title="Comparing…">The claims are being held against each other. You can go on working.</EmptyState>
    )
  if (isFiltered) return <EmptyState title="None of this kind">Choose another kind, or all kinds.</EmptyState>
  if (part === 'suggested')
    return (
      <EmptyState title="Nothing to review" actions={<Button onClick={() => goTo('/claims')}>Go to the claims</Button>}>
        When figures, dates or places of claims cannot both hold, or claims repeat one another, the pair stands here,
        with the rule’s reasoning, until somebody confirms or rejects it.
      </EmptyState>
    )
  return (
    <EmptyState title={part === 'confirmed' ? 'Nothing was confirmed yet' : 'Nothing was rejected yet'}>
      {part === 'confirmed'
        ? 'Confirmed pairs become relations of their claims.'
        : 'A rejected pair does not come back unless what the rule looked at changes.'}
    </EmptyState>
  )
}

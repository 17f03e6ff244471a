import type { ReactElement } from 'react'
import type { ClaimSummary } from '../../../shared/facets.ts'
import { useCall } from '../../data/queries.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { useFacetView } from '../facets/facet-state.ts'
import { useGrid } from '../grid/grid-store.ts'
import { toContract } from '../grid/selection.ts'
import styles from './SummaryLine.module.css'

/** More claims than that are not summed up by themselves: a case that was just opened would be read whole for it. */
const most = 100_000
/** So many that are ticked one by one are summed up. */
const mostTicked = 5000

/** What the columns of the shown claims hold in all, or of those that are ticked. */
export function SummaryLine(): ReactElement | null {
  const view = useFacetView('claims')
  const total = useGrid('claims', (state) => state.total)
  const ticked = useGrid('claims', (state) => state.selection)
  const isFew = ticked.kind === 'view' || ticked.ids.size <= mostTicked
  const chosen = isFew ? toContract(ticked, view) : undefined
  const { settled } = useSettled(chosen ?? { view })
  const isWanted = total !== null && total > 0 && total <= most && isFew
  const { data } = useCall('claims.summary', settled, { enabled: isWanted, keepPrevious: true })
  if (!isWanted || !data) return null
  const words = wordsOf(data).join(' · ')
  return (
    <span className={styles.summary} title={words}>
      {words}
    </span>
  )
}

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
const counted = (count: number, one: string): string[] =>
  count === 0 ? [] : [`${number(count)} ${one}${count === 1 ? '' : 's'}`]

function wordsOf({ numbers, said, claimants, outlets, documents }: ClaimSummary): string[] {
  return [
    ...(numbers === null ? [] : [numbersInWords(numbers)]),
    ...(said.from === null && said.to === null ? [] : [`said ${datesInWords(said)}`]),
    [...counted(claimants, 'claimant'), ...counted(outlets, 'outlet'), ...counted(documents, 'document')].join(', '),
  ].filter((part) => part !== '')
}

/** Numbers of several subjects are told so: a median over soldiers and shells says little. */
function numbersInWords({ count, min, max, median, subjects }: NonNullable<ClaimSummary['numbers']>): string {
  const of = subjects > 1 ? ` of ${number(subjects)} subjects` : ''
  if (count === 1) return `number ${number(min)}`
  return `${number(count)} numbers${of} ${number(min)}–${number(max)}, median ${number(median)}`
}

function datesInWords({ from, to }: ClaimSummary['said']): string {
  if (from === null) return `until ${to ?? ''}`
  return to === null ? `from ${from}` : from === to ? from : `${from} – ${to}`
}

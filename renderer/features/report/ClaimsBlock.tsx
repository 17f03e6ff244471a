import { useState, type ReactElement } from 'react'
import type { ClaimsBinding } from '../../../shared/claims-table.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { View } from '../../../shared/list.ts'
import type { BlockContent } from '../../../shared/report.ts'
import type { KeptView } from '../../../shared/views.ts'
import { run, useCall } from '../../data/queries.ts'
import { Select } from '../../ui/inputs.tsx'
import styles from './Block.module.css'
import { BoundRows } from './BoundRows.tsx'
import { ClaimsFilter } from './ClaimsFilter.tsx'
import { RecordsBlock } from './RecordsBlock.tsx'
import { TableColumns } from './TableColumns.tsx'

interface ClaimsBlockProps {
  readonly id: BlockId
  readonly content: Extract<BlockContent, { kind: 'claims' }>
  readonly isReadOnly: boolean
}

type Way = 'chosen' | 'filter' | 'view'
const ways = [
  { value: 'chosen', label: 'These claims' },
  { value: 'filter', label: 'A filter' },
  { value: 'view', label: 'A saved view' },
] as const

const wayOf = (from: ClaimsBinding | undefined): Way =>
  from === undefined ? 'chosen' : 'view' in from ? 'filter' : 'view'
const everything: View = { filter: {}, search: '', sort: [], trashed: false }
const viewOf = ({ filter, search, sort }: KeptView): View => ({ filter, search, sort: sort ?? [], trashed: false })

/** A claims table: of chosen claims, or of what a filter or a saved view shows whenever the report is drawn. */
export function ClaimsBlock({ id, content, isReadOnly }: ClaimsBlockProps): ReactElement {
  const { from, columns } = content
  // A saved view may have to be chosen yet.
  const [asked, setAsked] = useState<Way | null>(null)
  const views = (useCall('views.list').data ?? []).filter(({ list }) => list === 'claims')
  const way = asked ?? wayOf(from)
  const kept = from && 'savedView' in from ? views.find((view) => view.id === from.savedView) : undefined
  const set = (next: Partial<typeof content>): void =>
    void run('blocks.update', { id, content: { ...content, ...next } })
  const choose = (next: Way): void => {
    setAsked(next === 'view' && wayOf(from) !== 'view' ? 'view' : null)
    if (next === 'chosen') set({ from: undefined })
    if (next === 'filter') set({ from: { view: kept ? viewOf(kept) : everything } })
  }
  const chooseView = (picked: string): void => {
    const view = views.find((known) => known.id === picked)
    if (!view) return
    setAsked(null)
    set({ from: { savedView: view.id, name: view.name } })
  }
  const shown = from && ('view' in from ? from.view : kept && viewOf(kept))
  return (
    <>
      <div className={styles.add}>
        <Select aria-label="Which claims" value={way} options={ways} disabled={isReadOnly} onChange={choose} />
        {way === 'view' && (
          <ViewChoice from={from} kept={kept} views={views} isReadOnly={isReadOnly} onChoose={chooseView} />
        )}
        <TableColumns columns={columns} isReadOnly={isReadOnly} onChange={(next) => set({ columns: next })} />
      </div>
      {way === 'filter' && from && 'view' in from && (
        <ClaimsFilter view={from.view} isReadOnly={isReadOnly} onChange={(view) => set({ from: { view } })} />
      )}
      {way === 'chosen' && <RecordsBlock id={id} content={content} isReadOnly={isReadOnly} />}
      {way !== 'chosen' && way === wayOf(from) && shown && <BoundRows view={shown} />}
    </>
  )
}

interface ViewChoiceProps {
  readonly from: ClaimsBinding | undefined
  readonly kept: KeptView | undefined
  readonly views: readonly KeptView[]
  readonly isReadOnly: boolean
  readonly onChoose: (id: string) => void
}

function ViewChoice({ from, kept, views, isReadOnly, onChoose }: ViewChoiceProps): ReactElement {
  const bound = from && 'savedView' in from ? from : null
  if (views.length === 0 && !bound)
    return <p className={styles.words}>The case has no saved view of claims: save one in the claims list.</p>
  const options = [
    ...(bound ? [] : [{ value: '', label: 'Choose a view…' }]),
    ...(bound && !kept ? [{ value: bound.savedView, label: `${bound.name} (not there any more)` }] : []),
    ...views.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <>
      <Select
        aria-label="Which saved view"
        value={bound?.savedView ?? ''}
        options={options}
        disabled={isReadOnly}
        onChange={onChoose}
      />
      {bound && kept && kept.name !== bound.name && (
        <p className={styles.words}>Called “{bound.name}” when it was chosen.</p>
      )}
    </>
  )
}

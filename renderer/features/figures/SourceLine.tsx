import type { ReactElement } from 'react'
import type { FigureKind } from '../../../shared/figures/data.ts'
import { useSearchText } from '../../app/search.ts'
import { useCall } from '../../data/queries.ts'
import { Checkbox } from '../../ui/inputs.tsx'
import { claimFields } from '../claims/claim-fields.ts'
import { eventFields } from '../events/event-fields.tsx'
import { FilterBar } from '../grid/FilterBar.tsx'
import { useGrid } from '../grid/grid-store.ts'
import type { Field } from '../records/field.ts'
import styles from './Figures.module.css'
import { useFigures } from './figures-state.ts'
import type { Drawn, FigureSource } from './use-figure.ts'

const fields = {
  claims: claimFields as unknown as readonly Field<never, unknown>[],
  events: eventFields as unknown as readonly Field<never, unknown>[],
}

/** The lists that each picture is drawn from. */
const lists: Readonly<Record<FigureKind, readonly ('claims' | 'events')[]>> = {
  numbers: ['claims'],
  matrix: ['claims'],
  timeline: ['claims', 'events'],
  map: ['events'],
  origins: ['claims'],
}

/** Whether what a picture is drawn from is narrowed by a filter or a search. */
export function useIsFiltered(kind: FigureKind): boolean {
  const claims = useListIsFiltered('claims')
  const events = useListIsFiltered('events')
  return lists[kind].some((entity) => (entity === 'claims' ? claims : events))
}

function useListIsFiltered(entity: 'claims' | 'events'): boolean {
  const hasFilter = useGrid(entity, ({ filter }) => Object.keys(filter).length > 0)
  return useSearchText(entity) !== '' || hasFilter
}

/** Of what the picture is drawn: how many records of how many, by which filters; they are the lists' own. */
export function SourceLine({
  source,
  drawn,
}: {
  readonly source: FigureSource
  readonly drawn: Drawn | undefined
}): ReactElement {
  const kind = useFigures((state) => state.kind)
  const onlyTicked = useFigures((state) => state.onlyTicked)
  return (
    <div className={styles.source}>
      <span aria-live="polite">{drawn ? <Words kind={kind} drawn={drawn} ticked={source.ticked} /> : ' '}</span>
      {source.canTick > 0 && (
        <Checkbox
          checked={onlyTicked}
          label={`Only the ${source.canTick.toLocaleString('en-GB')} ticked`}
          onChange={(next) => useFigures.setState({ onlyTicked: next })}
        />
      )}
      {lists[kind].map((entity) => (
        <span key={entity} className={styles.filters}>
          {lists[kind].length > 1 && <span className={styles.entity}>{entity}</span>}
          <SearchWords entity={entity} />
          <FilterBar entity={entity} fields={fields[entity]} />
        </span>
      ))}
    </div>
  )
}

function SearchWords({ entity }: { readonly entity: 'claims' | 'events' }): ReactElement | null {
  const text = useSearchText(entity)
  return text === '' ? null : <span>with “{text}”</span>
}

interface WordsProps {
  readonly kind: FigureKind
  readonly drawn: Drawn
  readonly ticked: number
}

function Words({ kind, drawn: { data }, ticked }: WordsProps): ReactElement {
  const counts = useCall('case.counts').data
  const { records } = data.counts
  const what = lists[kind].join(' and ')
  const all = lists[kind].reduce((sum, entity) => sum + (counts?.[entity] ?? 0), 0)
  if (all === 0) return <>{`No ${lists[kind].join(' or ')} yet`}</>
  if (ticked > 0 && kind !== 'map') return <>Showing the ticked claims{kind === 'timeline' && ' and their events'}</>
  if (records >= all) return <>{`Showing all ${records.toLocaleString('en-GB')} ${what}`}</>
  return <>{`Showing ${records.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} ${what}`}</>
}

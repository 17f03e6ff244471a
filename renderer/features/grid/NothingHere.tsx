import { Import as ImportIcon, Plus } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { setSearchText, useSearchText } from '../../app/search.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { openImport } from '../imports/ImportHost.tsx'
import type { Entity } from '../records/entities.ts'
import type { GridDef } from './grid-def.ts'
import { clearFilters, useGrid } from './grid-store.ts'
import styles from './NothingHere.module.css'

export interface NothingHereProps<Row extends { readonly id: string }, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  readonly canEdit: boolean
  readonly canImport: boolean
  readonly addLabel: string
  readonly onAdd: () => void
}

/** Over an empty grid: what belongs there, or how to see more. */
export function NothingHere<Row extends { readonly id: string }, Patch extends object>(
  props: NothingHereProps<Row, Patch>,
): ReactElement | null {
  const { entity } = props.def.api
  const total = useGrid(entity, (state) => state.total)
  const isFiltered = useGrid(entity, (state) => Object.keys(state.filter).length > 0)
  const tab = useGrid(entity, (state) => state.tab)
  const search = useSearchText(entity)
  if (total !== 0) return null
  if (isFiltered || search !== '') return <NoMatch entity={entity} many={props.def.api.many} search={search} />
  if (tab === 'all') return <NoRecords {...props} />
  const { many } = props.def.api
  return (
    <div className={styles.over}>
      <EmptyState title={tab === 'trash' ? 'The trash is empty' : `None of the ${many} is without a grade`}>
        {tab === 'trash' ? `Deleted ${many} wait here until you restore them.` : 'Nothing waits here.'}
      </EmptyState>
    </div>
  )
}

interface NoMatchProps {
  readonly entity: Entity
  readonly many: string
  readonly search: string
}

function NoMatch({ entity, many, search }: NoMatchProps): ReactElement {
  const showAll = (): void => {
    setSearchText(entity, '')
    clearFilters(entity)
  }
  return (
    <div className={styles.over}>
      <EmptyState title={`No ${many} match`} actions={<Button onClick={showAll}>Show all {many}</Button>}>
        Nothing in this list {search === '' ? 'passes the filters.' : `holds “${search}” and passes the filters.`}
      </EmptyState>
    </div>
  )
}

function NoRecords<Row extends { readonly id: string }, Patch extends object>({
  def,
  canEdit,
  canImport,
  addLabel,
  onAdd,
}: NothingHereProps<Row, Patch>): ReactElement {
  const actions = (
    <>
      {canImport && (
        <Button look="primary" icon={<ImportIcon />} onClick={openImport}>
          Import CSV
        </Button>
      )}
      <Button icon={<Plus />} onClick={onAdd}>
        {addLabel}
      </Button>
      {canImport && <Button onClick={() => void run('case.openSample')}>Open the sample case</Button>}
    </>
  )
  return (
    <div className={styles.over}>
      <EmptyState title={def.emptyTitle} {...(canEdit ? { actions } : {})}>
        {def.emptyWords}
      </EmptyState>
    </div>
  )
}

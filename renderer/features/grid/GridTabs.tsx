import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { queryKey } from '../../data/queries.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import type { GridDef, TabDef } from './grid-def.ts'
import { setTab, useGrid, useHasRows, viewOfTab } from './grid-store.ts'
import styles from './GridTabs.module.css'

interface Props<Row extends { readonly id: string }, Patch extends object> {
  readonly def: GridDef<Row, Patch>
}

/** The parts of a list (all, not graded, trash), each with its count. */
export function GridTabs<Row extends { readonly id: string }, Patch extends object>({
  def,
}: Props<Row, Patch>): ReactElement {
  const { entity } = def.api
  const tab = useGrid(entity, (state) => state.tab)
  const tabs = def.tabs.map((known) => ({
    value: known.tab,
    label: (
      <>
        {known.label}
        <TabCount def={def} tab={known} />
      </>
    ),
  }))
  return (
    <Tabs
      label="Parts of the list"
      controls={`list-${entity}`}
      value={tab}
      onChange={(next) => setTab(entity, next)}
      tabs={tabs}
    />
  )
}

function TabCount<Row extends { readonly id: string }, Patch extends object>({
  def,
  tab,
}: Props<Row, Patch> & { readonly tab: TabDef }): ReactElement | null {
  const input = { ...viewOfTab(tab.tab), start: 0, end: 0 }
  // The rows come before what is counted of others.
  const hasRows = useHasRows(def.api.entity)
  const { data } = useQuery({
    queryKey: queryKey(`${def.api.entity}.page`, input),
    queryFn: async () => (await def.api.page(input)).total,
    enabled: hasRows,
  })
  return data === undefined ? null : <span className={styles.count}>{data.toLocaleString('en-GB')}</span>
}

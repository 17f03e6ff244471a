import { useEffect, useState, type ReactElement } from 'react'
import { goTo } from '../../app/history.ts'
import { useCall } from '../../data/queries.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { useDrafts } from '../drafts/draft-store.ts'
import { ActivityFilter, type Filter } from './ActivityFilter.tsx'
import { ActivityList } from './ActivityList.tsx'
import styles from './HistoryScreen.module.css'
import { StepPane } from './StepPane.tsx'
import { TrashList } from './TrashList.tsx'

type Part = 'activity' | 'trash'
const pathOf = { activity: '/history', trash: '/history/trash' } as const

function Parts({ value }: { readonly value: Part }): ReactElement {
  const trashed = useCall('trash.list').data
  const tabs = [
    { value: 'activity', label: 'Activity' },
    { value: 'trash', label: 'Trash', count: trashed?.length },
  ] as const
  return <Tabs label="Parts of the history" tabs={tabs} value={value} onChange={(part) => goTo(pathOf[part])} />
}

/** How many operations are shown; more are asked for at the end of the list. */
const pageSize = 200

/** What was changed in the case, the newest first, and beside it what one step changed. */
export function ActivityScreen(): ReactElement {
  const [filter, setFilter] = useState<Filter>({})
  const [limit, setLimit] = useState(pageSize)
  const [chosen, setChosen] = useState<number | null>(null)
  const asked = useDrafts((state) => (state.asked?.form === 'reason' ? Number(state.asked.part) : null))
  useEffect(() => {
    if (asked !== null) setChosen(asked)
  }, [asked])
  const { data: sets } = useCall('history.list', { ...filter, limit }, { keepPrevious: true })
  const step = sets?.find(({ id }) => id === chosen) ?? sets?.[0]
  return (
    <div className={styles.screen} key={useOpenCase()?.info.id}>
      <div className={styles.bar}>
        <Parts value="activity" />
        <ActivityFilter filter={filter} onChange={setFilter} />
      </div>
      <div className={step ? styles.panes : styles.alone}>
        <ActivityList
          sets={sets ?? []}
          isFiltered={Object.keys(filter).length > 0}
          chosen={step?.id ?? null}
          onChoose={setChosen}
          onMore={sets && sets.length === limit && limit < 1000 ? () => setLimit(limit + pageSize) : null}
        />
        {step && <StepPane key={step.id} step={step} />}
      </div>
    </div>
  )
}

/** What was deleted and can be brought back, or be purged for good. */
export function TrashScreen(): ReactElement {
  return (
    <div className={styles.screen}>
      <div className={styles.bar}>
        <Parts value="trash" />
      </div>
      <TrashList key={useOpenCase()?.info.id} />
    </div>
  )
}

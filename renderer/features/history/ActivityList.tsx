import type { KeyboardEvent, ReactElement } from 'react'
import type { ChangeSet } from '../../../shared/history.ts'
import { goTo } from '../../app/history.ts'
import { momentInWords } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Table, type Column } from '../../ui/Table.tsx'
import styles from './HistoryScreen.module.css'

interface ActivityListProps {
  readonly sets: readonly ChangeSet[]
  readonly isFiltered: boolean
  readonly chosen: number | null
  readonly onChoose: (id: number) => void
  /** Null: these are all. */
  readonly onMore: (() => void) | null
}

/** The operations, the newest first; the arrow keys go through them. */
export function ActivityList({ sets, isFiltered, chosen, onChoose, onMore }: ActivityListProps): ReactElement {
  if (sets.length === 0)
    return (
      <EmptyState
        title={isFiltered ? 'Nothing matches' : 'Nothing was changed yet'}
        {...(!isFiltered && { actions: <Button onClick={() => goTo('/claims')}>Go to the claims</Button> })}
      >
        {isFiltered
          ? 'No change was made by this person, to this kind, in this time.'
          : 'Every change is kept here: who made it, when, what it was before. Each can be taken back.'}
      </EmptyState>
    )
  const columns: readonly Column<ChangeSet>[] = [
    { head: 'When', look: ['oneLine', 'quiet'], cell: ({ at }) => momentInWords(at) },
    { head: 'By', look: ['oneLine'], cell: ({ by }) => by },
    {
      head: 'What',
      look: ['most'],
      cell: ({ id, label, undone }) => (
        <button
          type="button"
          className={`${styles.open} ${undone ? styles.undone : ''}`}
          aria-current={id === chosen}
          title={undone ? 'It was taken back' : undefined}
          onFocus={() => onChoose(id)}
        >
          {label}
        </button>
      ),
    },
    { head: 'Why', look: ['quiet'], cell: ({ reason }) => reason },
  ]
  return (
    <Table
      label="Activity"
      look="full"
      columns={columns}
      rows={sets}
      keyOf={({ id }) => id}
      isChosen={({ id }) => id === chosen}
      onChoose={({ id }) => onChoose(id)}
      onKeyDown={goThrough}
      takesFocus={false}
    >
      {onMore && (
        <p className={styles.more}>
          <Button onClick={onMore}>Show more</Button>
        </p>
      )}
    </Table>
  )
}

function goThrough(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody button')]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

import type { KeyboardEvent, ReactElement } from 'react'
import type { ChangeSet } from '../../../shared/history.ts'
import { momentInWords } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
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
      <EmptyState title={isFiltered ? 'Nothing matches' : 'Nothing was changed yet'}>
        {isFiltered
          ? 'No change was made by this person, to this kind, in this time.'
          : 'Every change is kept here: who made it, when, what it was before. Each can be taken back.'}
      </EmptyState>
    )
  return (
    <section className={styles.list} aria-label="Activity" onKeyDown={goThrough}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">By</th>
            <th scope="col" className={styles.what}>
              What
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {sets.map(({ id, at, by, label, reason, undone }) => (
            <tr key={id} className={id === chosen ? styles.chosen : styles.row} onClick={() => onChoose(id)}>
              <td className={`${styles.nowrap} ${styles.muted}`}>{momentInWords(at)}</td>
              <td className={styles.nowrap}>{by}</td>
              <td className={undone ? styles.undone : undefined}>
                <button
                  type="button"
                  className={styles.open}
                  aria-current={id === chosen}
                  title={undone ? 'It was taken back' : undefined}
                  onFocus={() => onChoose(id)}
                >
                  {label}
                </button>
              </td>
              <td className={styles.muted}>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onMore && (
        <p className={styles.more}>
          <Button onClick={onMore}>Show more</Button>
        </p>
      )}
    </section>
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

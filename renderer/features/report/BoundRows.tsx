import { useState, type ReactElement } from 'react'
import type { View } from '../../../shared/list.ts'
import { longestTable } from '../../../shared/report-templates.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Block.module.css'
import { portion, Rows } from './RecordsBlock.tsx'

const few = 5

/** What a filter or a saved view shows now: how many claims, and the first of them. */
export function BoundRows({ view }: { readonly view: View }): ReactElement | null {
  const [shown, setShown] = useState(few)
  const { data } = useCall('claims.page', { ...view, start: 0, end: shown }, { keepPrevious: true })
  if (!data) return null
  const { total, rows } = data
  const number = total.toLocaleString('en-GB')
  return (
    <>
      <p className={styles.words} role="status">
        {total > longestTable
          ? `${number} claims match; the table holds the first ${longestTable.toLocaleString('en-GB')}.`
          : `${number} ${total === 1 ? 'claim' : 'claims'} now; the table follows the case.`}
      </p>
      <Rows
        kind="claim"
        ids={rows.map(({ id }) => id)}
        records={rows.map(({ id, ref, statement }) => ({ id, ref, words: statement, isTrashed: false }))}
      />
      {total > rows.length && (
        <Button size="small" onClick={() => setShown(shown + portion)}>
          Show {Math.min(portion, total - rows.length).toLocaleString('en-GB')} more of {number}
        </Button>
      )}
    </>
  )
}

import type { ReactElement } from 'react'
import { countOf, type ImportKind } from '../../../shared/import-lists.ts'
import type { Preview } from '../../../shared/import.ts'
import { Button } from '../../ui/Button.tsx'
import type { MappingCheck } from './import-fields.ts'
import styles from './ImportDialog.module.css'

interface PlanFootProps {
  readonly kind: ImportKind
  readonly check: MappingCheck
  readonly columns: number
  readonly preview: Preview | undefined
  readonly isLooking: boolean
  readonly onLookAtAll: () => void
}

const number = (value: number): string => value.toLocaleString('en-GB')

/** What will happen, or why not yet. */
export function PlanFoot(props: PlanFootProps): ReactElement {
  const { kind, check, columns, preview, isLooking, onLookAtAll } = props
  if (check.problem !== null) return <span className={styles.blocked}>{check.problem}</span>
  const left = columns - check.mapped
  return (
    <span className={styles.foot}>
      <span>
        {check.mapped} of {columns} columns come in.{' '}
        {left > 0 && (
          <span className={styles.look}>{left === 1 ? 'One column is' : `${left} columns are`} left out.</span>
        )}
      </span>
      {preview && (
        <span>
          {preview.isWhole ? 'Of' : 'Of the first'} {number(preview.rows)} rows: {verdictsInWords(kind, preview)}.
          {!preview.isWhole && (
            <>
              {' '}
              <Button size="small" look="quiet" loading={isLooking} onClick={onLookAtAll}>
                Look at all
              </Button>
            </>
          )}
        </span>
      )}
    </span>
  )
}

function verdictsInWords(kind: ImportKind, preview: Preview): string {
  const { changed, same, conflict, rejected, flagged } = preview
  const parts = [
    `${countOf(kind, preview.new)} new`,
    ...(changed > 0 ? [`${number(changed)} changed`] : []),
    ...(same > 0 ? [`${number(same)} the same`] : []),
    ...(conflict > 0 ? [`${number(conflict)} in conflict`] : []),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
    ...(flagged > 0 ? [`${number(flagged)} flagged`] : []),
  ]
  return parts.join(', ')
}

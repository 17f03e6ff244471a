import type { ReactElement } from 'react'
import { countOf, type ImportKind } from '../../../shared/import-lists.ts'
import type { Preview } from '../../../shared/import.ts'
import { Button } from '../../ui/Button.tsx'
import type { MappingCheck } from './import-fields.ts'
import styles from './ImportDialog.module.css'
import type { PreviewState } from './use-preview.ts'

interface PlanFootProps {
  readonly kind: ImportKind
  readonly check: MappingCheck
  readonly columns: number
  readonly look: PreviewState
}

/** What will happen, or why not yet. */
export function PlanFoot({ kind, check, columns, look }: PlanFootProps): ReactElement {
  const { preview } = look
  const left = columns - check.mapped
  if (check.problem !== null)
    return (
      <span className={styles.foot} role="status">
        <span className={styles.blocked}>{check.problem}</span>
      </span>
    )
  return (
    <span className={styles.foot}>
      <span>
        <span className={styles.outcome} role="status">
          {preview ? outcomeInWords(kind, preview) : 'Looking at the rows…'}
        </span>{' '}
        {preview && <Extent look={look} preview={preview} />}
      </span>
      <span>
        {preview && `${verdictsInWords(preview)}. `}
        {check.mapped} of {columns} columns come in.{' '}
        {left > 0 && (
          <span className={styles.look}>{left === 1 ? 'One column is' : `${left} columns are`} left out.</span>
        )}
      </span>
    </span>
  )
}

/** Of a long file only the beginning is looked at until a person wants to know. */
function Extent({ look, preview }: { readonly look: PreviewState; readonly preview: Preview }): ReactElement | null {
  const { isAll, isLooking, setAll } = look
  if (isAll && isLooking)
    return (
      <>
        Looking at all rows…{' '}
        <Button size="small" look="quiet" onClick={() => setAll(false)}>
          Stop
        </Button>
      </>
    )
  if (preview.isWhole) return null
  return (
    <Button size="small" look="quiet" onClick={() => setAll(true)}>
      Look at all
    </Button>
  )
}

const number = (value: number): string => value.toLocaleString('en-GB')

/** "Of the first 2,000 rows, 1,990 claims will be added and 4 updated." */
function outcomeInWords(kind: ImportKind, { isWhole, rows, added, updated }: Preview): string {
  const of = isWhole ? '' : `Of the first ${number(rows)} rows, `
  if (added === 0 && updated === 0) return isWhole ? 'Nothing will change in the case.' : `${of}none changes the case.`
  if (updated === 0) return `${of}${countOf(kind, added)} will be added.`
  if (added === 0) return `${of}${countOf(kind, updated)} will be updated.`
  return `${of}${countOf(kind, added)} will be added and ${number(updated)} updated.`
}

/** "11 rows: 4 new, 2 changed, 5 rejected". */
function verdictsInWords(preview: Preview): string {
  const { rows, changed, same, conflict, rejected, flagged } = preview
  const parts = [
    ...(preview.new > 0 ? [`${number(preview.new)} new`] : []),
    ...(changed > 0 ? [`${number(changed)} changed`] : []),
    ...(same > 0 ? [`${number(same)} the same`] : []),
    ...(conflict > 0 ? [`${number(conflict)} in conflict`] : []),
    ...(rejected > 0 ? [`${number(rejected)} rejected`] : []),
  ]
  const counted = `${number(rows)} ${rows === 1 ? 'row' : 'rows'}`
  const told = parts.length === 0 ? counted : `${counted}: ${parts.join(', ')}`
  // A row of any verdict but "rejected" may be flagged beside it.
  return flagged > 0 ? `${told}; ${number(flagged)} flagged` : told
}

import { Cross } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import { ClaimId, EventId, type BlockId } from '../../../shared/ids.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { goTo } from '../../app/history.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { RecordFinder } from '../notes/RecordFinder.tsx'
import { openRecord } from '../records/open-record.ts'
import styles from './Block.module.css'
import { useClaimWords, useEventWords, type ShownRecord } from './use-record-links.ts'

type RecordsContent = Extract<BlockContent, { kind: 'claims' | 'events' }>

interface RecordsBlockProps {
  readonly id: BlockId
  readonly content: RecordsContent
  readonly isReadOnly: boolean
}

export const portion = 100

const idsOf = (content: RecordsContent): readonly string[] =>
  content.kind === 'claims' ? content.claimIds : content.eventIds

const withIds = (content: RecordsContent, ids: readonly string[]): RecordsContent =>
  content.kind === 'claims'
    ? { ...content, claimIds: ids.map((id) => ClaimId.parse(id)) }
    : { ...content, eventIds: ids.map((id) => EventId.parse(id)) }

/** Chosen claims or events: each can be taken out, and others added by search or from the grid. */
export function RecordsBlock({ id, content, isReadOnly }: RecordsBlockProps): ReactElement {
  const { kind } = content
  const ids = idsOf(content)
  const [shown, setShown] = useState(portion)
  const set = (next: readonly string[]): void => void run('blocks.update', { id, content: withIds(content, next) })
  const Rows = kind === 'claims' ? ClaimRows : EventRows
  return (
    <>
      <Rows
        ids={ids.slice(0, shown)}
        {...(isReadOnly ? {} : { onRemove: (gone: string) => set(ids.filter((known) => known !== gone)) })}
      />
      {ids.length > shown && (
        <Button size="small" onClick={() => setShown(shown + portion)}>
          Show {Math.min(portion, ids.length - shown)} more of {ids.length}
        </Button>
      )}
      {!isReadOnly && <AddRecord kind={kind} ids={ids} onAdd={(added) => set([...ids, added])} />}
    </>
  )
}

interface AddRecordProps {
  readonly kind: RecordsContent['kind']
  readonly ids: readonly string[]
  readonly onAdd: (id: string) => void
}

function AddRecord({ kind, ids, onAdd }: AddRecordProps): ReactElement {
  const one = kind === 'claims' ? 'claim' : 'event'
  return (
    <div className={styles.add}>
      <div className={styles.finder}>
        <RecordFinder
          label={`Add ${one === 'claim' ? 'a claim' : 'an event'}`}
          placeholder={`Add ${one === 'claim' ? 'a claim' : 'an event'} by its words`}
          kinds={[one]}
          without={new Set(ids)}
          onPick={(link) => onAdd(link.id)}
        />
      </div>
      <Button
        look="quiet"
        size="small"
        onClick={() => goTo(`/${kind}`)}
        title="Select rows there, then “Add to report”"
      >
        Choose in the grid
      </Button>
    </div>
  )
}

interface RowsProps {
  readonly ids: readonly string[]
  readonly onRemove?: (id: string) => void
  /** What else can be said of one, at its right. */
  readonly aside?: (id: string, name: string) => ReactElement
}

/** Claims by their ids, one a line. */
export const ClaimRows = (props: RowsProps): ReactElement => (
  <Rows {...props} kind="claim" records={useClaimWords(props.ids)} />
)

const EventRows = (props: RowsProps): ReactElement => (
  <Rows {...props} kind="event" records={useEventWords(props.ids)} />
)

interface ShownRowsProps extends RowsProps {
  readonly kind: 'claim' | 'event'
  readonly records: readonly (ShownRecord | undefined)[]
}

/** Records, one a line: those that are not there yet, or no more, by what is known of them. */
export function Rows({ ids, kind, records, onRemove, aside }: ShownRowsProps): ReactElement | null {
  if (ids.length === 0) return null
  return (
    <ol className={styles.rows}>
      {ids.map((id, at) => {
        const record = records[at]
        const name = record?.ref ?? `this ${kind}`
        return (
          <li key={id} className={styles.row}>
            <button
              type="button"
              className={styles.ref}
              title={`Show ${name}`}
              onClick={() => openRecord({ kind, id })}
            >
              {record?.ref ?? '–'}
            </button>
            <span className={styles.statement} title={record?.words}>
              {record?.words}
              {record?.isTrashed && <span className={styles.gone}> · in the trash</span>}
            </span>
            {aside?.(id, name)}
            {onRemove && (
              <Button
                look="quiet"
                size="small"
                icon={<Cross size={12} />}
                label={`Remove ${name}`}
                onClick={() => onRemove(id)}
              />
            )}
          </li>
        )
      })}
    </ol>
  )
}

import { Plus, SmallCross } from '@blueprintjs/icons'
import { useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react'
import type { Relation } from '../../../shared/claim.ts'
import type { RecordKind, RecordLink } from '../../../shared/ids.ts'
import { relationTypes } from '../../../shared/vocabulary.ts'
import { useCommands, type Command } from '../../app/commands.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { optionsOf, Select } from '../../ui/inputs.tsx'
import { RecordFinder } from '../notes/RecordFinder.tsx'
import { droppedRecord, isRecordDrag } from './record-drag.ts'
import { RecordButton } from './RecordButton.tsx'
import styles from './RelationsSection.module.css'
import { Line, Nothing, Section } from './Section.tsx'

export interface RelationsSectionProps {
  readonly record: { readonly kind: RecordKind; readonly id: string }
  readonly relations: readonly Relation[]
  readonly canEdit: boolean
}

/** The passive of each type, for a relation that another record has to this one. */
const passive: Readonly<Record<Relation['type'], string>> = {
  repeats: 'repeated by',
  cites: 'cited by',
  supports: 'supported by',
  contradicts: 'contradicts',
  revises: 'revised by',
  corrects: 'corrected by',
  retracts: 'retracted by',
  denies: 'denied by',
  'explains away': 'explained away by',
  'same as': 'same as',
  about: 'subject of',
}

const addRelation = (run: () => void): Command => ({
  id: 'relations.add',
  label: 'Add a relation to the shown record…',
  group: 'Add',
  shortcut: 'Mod+L',
  run,
})

/** How a record stands to others, both ways. */
export function RelationsSection({ record, relations, canEdit }: RelationsSectionProps): ReactElement {
  const [isAdding, setIsAdding] = useState(false)
  const [dropped, setDropped] = useState<RecordLink | null>(null)
  const [isOver, setIsOver] = useState(false)
  useCommands(useMemo((): readonly Command[] => (canEdit ? [addRelation(() => setIsAdding(true))] : []), [canEdit]))
  const onDrop = (event: DragEvent): void => {
    setIsOver(false)
    const link = droppedRecord(event)
    if (!link || link.id === record.id) return
    event.preventDefault()
    setDropped(link)
    setIsAdding(true)
  }
  const onDragOver = (event: DragEvent): void => {
    if (!canEdit || !isRecordDrag(event)) return
    event.preventDefault()
    setIsOver(true)
  }
  const close = (): void => {
    setIsAdding(false)
    setDropped(null)
  }
  const add = (
    <Button
      size="small"
      look="quiet"
      icon={<Plus size={12} />}
      label="Add a relation"
      aria-expanded={isAdding}
      onClick={() => setIsAdding(!isAdding)}
    />
  )
  return (
    <div
      className={isOver ? styles.over : undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <Section title="Relations" actions={canEdit && add}>
        {relations.length === 0 && !isAdding && <Nothing>No relation to another record yet.</Nothing>}
        {relations.map((relation) => (
          <Line key={relation.id} label={relation.direction === 'out' ? relation.type : passive[relation.type]}>
            <div className={styles.relation}>
              <div className={styles.other}>
                <RecordButton to={relation.other} title={relation.other.detail}>
                  {relation.other.label}
                </RecordButton>
                {relation.other.detail !== relation.other.label && (
                  <span className={styles.detail}>{relation.other.detail}</span>
                )}
                {relation.state !== 'confirmed' && <span className={styles.state}>{relation.state}</span>}
                {canEdit && (
                  <Button
                    size="small"
                    look="quiet"
                    icon={<SmallCross />}
                    label={`Remove the relation to ${relation.other.label}`}
                    onClick={() => void run('relations.remove', { id: relation.id })}
                  />
                )}
              </div>
              {relation.basis !== null && <p className={styles.basis}>{relation.basis}</p>}
              {relation.reason !== null && (
                <p className={styles.basis}>
                  {relation.by}: {relation.reason}
                </p>
              )}
            </div>
          </Line>
        ))}
        {isAdding && <AddRelation key={dropped?.id} record={record} dropped={dropped} onDone={close} />}
      </Section>
    </div>
  )
}

const choices = optionsOf(relationTypes)

interface AddRelationProps extends Pick<RelationsSectionProps, 'record'> {
  /** The record that was dragged here; null: it is chosen in the form. */
  readonly dropped: RecordLink | null
  readonly onDone: () => void
}

type Direction = 'out' | 'in'
const directions = [
  { value: 'out', label: 'this' },
  { value: 'in', label: 'the other' },
] as const

function AddRelation({ record, dropped, onDone }: AddRelationProps): ReactElement {
  const [type, setType] = useState<Relation['type']>('contradicts')
  const [direction, setDirection] = useState<Direction>('out')
  const add = async (other: RecordLink): Promise<void> => {
    const [own, far] = [record, other].map(({ kind, id }) => ({ kind, id }))
    if (!own || !far) return
    const ends = direction === 'out' ? { from: own, to: far } : { from: far, to: own }
    if (await run('relations.add', { ...ends, type })) close()
  }
  const form = useRef<HTMLDivElement>(null)
  const close = (): void => {
    const place = form.current?.parentElement
    onDone()
    requestAnimationFrame(() => place?.querySelector('button')?.focus())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  return (
    <div ref={form} className={styles.form} onKeyDown={onKeyDown}>
      <Select aria-label="Which one" value={direction} options={directions} onChange={setDirection} />
      <Select aria-label="Relation" autoFocus value={type} options={choices} onChange={setType} />
      {dropped ? (
        <Button size="small" look="primary" onClick={() => void add(dropped)}>
          Relate to {dropped.label}
        </Button>
      ) : (
        <RecordFinder
          label="The other record"
          placeholder="Claim, event or document"
          kinds={['claim', 'event', 'document']}
          without={new Set([record.id])}
          onPick={(link) => void add(link)}
        />
      )}
      <Button size="small" onClick={close}>
        Cancel
      </Button>
    </div>
  )
}

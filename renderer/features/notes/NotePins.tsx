import { Pin, SmallCross } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import { recordKinds, type RecordLink } from '../../../shared/ids.ts'
import type { NoteDetail } from '../../../shared/note.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Menu.tsx'
import { openRecord } from '../records/open-record.ts'
import styles from './NoteView.module.css'
import { RecordFinder } from './RecordFinder.tsx'

interface NotePinsProps {
  readonly note: NoteDetail
  readonly isReadOnly: boolean
}

const pinnable = recordKinds.filter((kind) => kind !== 'note' && kind !== 'place')

/** What a note is pinned to: it is shown beside each of these records. */
export function NotePins({ note, isReadOnly }: NotePinsProps): ReactElement | null {
  const setPins = (pins: readonly RecordLink[]): void =>
    void run('notes.update', { id: note.id, patch: { pins: pins.map(({ kind, id }) => ({ kind, id })) } })
  if (isReadOnly && note.pins.length === 0) return null
  return (
    <div className={styles.pins} role="group" aria-label="Pinned to">
      {note.pins.length > 0 && <span className={styles.pinsLabel}>Pinned to</span>}
      {note.pins.map((pin) => (
        <span key={pin.id} className={styles.pin}>
          <button
            type="button"
            className={styles.pinName}
            title={`${pin.kind} · ${pin.detail || pin.label}`}
            onClick={() => openRecord(pin)}
          >
            {pin.label}
          </button>
          {!isReadOnly && (
            <button
              type="button"
              className={styles.unpin}
              aria-label={`Unpin from ${pin.label}`}
              title={`Unpin from ${pin.label}`}
              onClick={() => setPins(note.pins.filter(({ id }) => id !== pin.id))}
            >
              <SmallCross size={14} />
            </button>
          )}
        </span>
      ))}
      {!isReadOnly && <AddPin pins={note.pins} onAdd={(link) => setPins([...note.pins, link])} />}
    </div>
  )
}

interface AddPinProps {
  readonly pins: readonly RecordLink[]
  readonly onAdd: (link: RecordLink) => void
}

function AddPin({ pins, onAdd }: AddPinProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const finder = (
    <div className={styles.finder}>
      <RecordFinder
        label="Pin to"
        placeholder="Claim, event, actor, outlet or document"
        kinds={pinnable}
        without={new Set(pins.map((pin) => pin.id))}
        onPick={(link) => {
          setIsOpen(false)
          onAdd(link)
        }}
      />
    </div>
  )
  return (
    <Popover content={finder} isOpen={isOpen} onChange={setIsOpen}>
      <Button look="quiet" size="small" icon={<Pin size={12} />} aria-expanded={isOpen}>
        Pin to…
      </Button>
    </Popover>
  )
}

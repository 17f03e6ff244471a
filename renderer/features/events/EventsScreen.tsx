import { useCallback, useState, type ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { GridDef } from '../grid/grid-def.ts'
import { GridScreen } from '../grid/GridScreen.tsx'
import { addToReport } from '../grid/selection-actions.ts'
import { apis, type Patches, type Rows } from '../records/entities.ts'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { newForm, NewRecordDialog } from '../records/NewRecordDialog.tsx'
import { fieldNamed } from '../records/patch-record.ts'
import { eventFields } from './event-fields.tsx'
import { EventDetailPane } from './EventDetailPane.tsx'

const def: GridDef<Rows['events'], Patches['events']> = {
  api: apis.events,
  fields: eventFields,
  tabs: [
    { tab: 'all', label: 'All events' },
    { tab: 'trash', label: 'Trash' },
  ],
  emptyTitle: 'No events yet',
  emptyWords:
    'An event is something that happened, or is said to have: when, where, and who took part. Claims are about events. Import a list from a CSV file, or write the first one down.',
}

const asked = ['title', 'when', 'place', 'kind', 'status', 'participants'].map((name) => fieldNamed(eventFields, name))
const helps = { title: 'What happened, in a few words.', participants: 'Names of actors; new ones are made.' }

const detail = (id: string, onClose: () => void): ReactElement => <EventDetailPane id={id} onClose={onClose} />

/** The events of the case: a grid and the detail of one. */
export function EventsScreen(): ReactElement {
  const [isAdding, setIsAdding] = useState(false)
  const add = useCallback(() => setIsAdding(true), [])
  useAskedDraft(({ form }) => form === newForm('event'), add)
  return (
    <>
      <GridScreen
        def={def}
        detail={detail}
        addLabel="Add event"
        onAdd={add}
        canImport
        selectionActions={
          <Button size="small" onClick={() => void addToReport('events')}>
            Add to report
          </Button>
        }
      />
      {isAdding && (
        <NewRecordDialog api={apis.events} fields={asked} helps={helps} onClose={() => setIsAdding(false)} />
      )}
    </>
  )
}

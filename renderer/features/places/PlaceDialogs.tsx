import type { ReactElement } from 'react'
import { apis } from '../records/entities.ts'
import { NewRecordDialog } from '../records/NewRecordDialog.tsx'
import { LookUpDialog } from './LookUpDialog.tsx'
import { closePlaceDialogs, usePlaceDialogs } from './place-dialogs.ts'
import { askedOfPlace, helpsOfPlace } from './place-fields.ts'

/** Mounted once by the frame: what is known of a place, and a new one of one's own. */
export function PlaceDialogs(): ReactElement | null {
  const lookedUp = usePlaceDialogs((state) => state.lookedUp)
  const added = usePlaceDialogs((state) => state.added)
  if (lookedUp !== null) return <LookUpDialog key={lookedUp} initial={lookedUp} />
  if (added === null) return null
  return (
    <NewRecordDialog
      key={added}
      api={apis.places}
      fields={askedOfPlace}
      helps={helpsOfPlace}
      given={{ name: added }}
      foot="What you leave open stays as the gazetteer has it."
      onClose={closePlaceDialogs}
    />
  )
}

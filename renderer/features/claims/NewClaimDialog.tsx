import type { ReactElement } from 'react'
import { apis } from '../records/entities.ts'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { newForm, NewRecordDialog } from '../records/NewRecordDialog.tsx'
import { fieldNamed } from '../records/patch-record.ts'
import { claimFields } from './claim-fields.ts'
import { closeNewClaim, requestNewClaim, useNewClaim } from './new-claim.ts'

const asked = ['statement', 'claimant', 'basis', 'said', 'topic', 'place', 'quantity', 'category', 'event'].map(
  (name) => fieldNamed(claimFields, name),
)
const helps = {
  statement: 'One proposition, as it was made.',
  claimant: 'Who said it; left empty, it stays unattributed.',
  event: 'What it is about.',
}

/** Asks for a new claim while it was asked for (`requestNewClaim`). */
export function NewClaimDialog(): ReactElement | null {
  const isOpen = useNewClaim((state) => state.isOpen)
  useAskedDraft(({ form }) => form === newForm('claim'), requestNewClaim)
  if (!isOpen) return null
  return (
    <NewRecordDialog
      api={apis.claims}
      fields={asked}
      helps={helps}
      foot="Grade, quote and carriers are added beside the list."
      onClose={closeNewClaim}
    />
  )
}

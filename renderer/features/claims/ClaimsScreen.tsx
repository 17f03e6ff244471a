import type { ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import type { GridDef } from '../grid/grid-def.ts'
import { GridScreen } from '../grid/GridScreen.tsx'
import { addToReport } from '../grid/selection-actions.ts'
import { apis, type Patches, type Rows } from '../records/entities.ts'
import { RelateButton } from '../records/RelateButton.tsx'
import { claimFields } from './claim-fields.ts'
import { ClaimDetailPane } from './ClaimDetailPane.tsx'
import { requestNewClaim } from './new-claim.ts'
import { NewClaimDialog } from './NewClaimDialog.tsx'

const def: GridDef<Rows['claims'], Patches['claims']> = {
  api: apis.claims,
  fields: claimFields,
  tabs: [
    { tab: 'all', label: 'All claims' },
    { tab: 'ungraded', label: 'Not graded' },
    { tab: 'trash', label: 'Trash' },
  ],
  emptyTitle: 'No claims yet',
  emptyWords:
    'A claim is one thing that someone said: who, when, on what basis, and which document carried it. Import a list from a CSV file, or write the first one down.',
}

const detail = (id: string, onClose: () => void): ReactElement => <ClaimDetailPane id={id} onClose={onClose} />

/** The claims of the case: a grid and the detail of one. */
export function ClaimsScreen(): ReactElement {
  return (
    <>
      <GridScreen
        def={def}
        detail={detail}
        addLabel="Add claim"
        onAdd={requestNewClaim}
        canImport
        selectionActions={
          <>
            <RelateButton />
            <Button size="small" onClick={() => void addToReport('claims')}>
              Add to report
            </Button>
          </>
        }
      />
      <NewClaimDialog />
    </>
  )
}

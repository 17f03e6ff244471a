import type { ReactElement } from 'react'
import type { ActorDetail, DocumentDetail, OutletDetail } from '../../../shared/source.ts'
import type { RecordKind } from '../../../shared/ids.ts'
import { BacklinksSection, LinksSection, NotesSection } from '../records/Surroundings.tsx'

export interface SourceSurroundingsProps {
  readonly kind: Extract<RecordKind, 'actor' | 'outlet' | 'document'>
  readonly source: ActorDetail | OutletDetail | DocumentDetail
  readonly canEdit: boolean
  /** What the claims are to this source, while there are none. */
  readonly noClaims: string
}

/** What hangs on every kind of source: claims, notes, backlinks. */
export function SourceSurroundings({ kind, source, canEdit, noClaims }: SourceSurroundingsProps): ReactElement {
  return (
    <>
      <LinksSection title="Claims" links={source.claimLinks} total={source.claims} empty={noClaims} />
      <NotesSection record={{ kind, id: source.id }} notes={source.pinned} canEdit={canEdit} />
      <BacklinksSection links={source.backlinks} />
    </>
  )
}

import { Search } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { TopActions } from '../../app/TopActions.tsx'
import { Button } from '../../ui/Button.tsx'
import type { GridDef } from '../grid/grid-def.ts'
import { apis, type Patches, type Rows } from '../records/entities.ts'
import { SourceScreen } from '../sources/SourcesScreen.tsx'
import { openLookUp } from './place-dialogs.ts'
import { askedOfPlace, placeFields } from './place-fields.ts'
import { PlaceDetailPane } from './PlaceDetailPane.tsx'

const places: GridDef<Rows['places'], Patches['places']> = {
  api: apis.places,
  fields: placeFields,
  tabs: [
    { tab: 'all', label: 'All' },
    { tab: 'trash', label: 'Trash' },
  ],
  emptyTitle: 'No places of your own yet',
  emptyWords:
    'Parallax knows countries, regions and cities from its gazetteer. Add what it does not know – a camp, a front, a name of your own – or what you see differently: yours is used.',
}

/** The user's own places, and the way to what the gazetteer knows. */
export const PlacesScreen = (): ReactElement => (
  <>
    <TopActions>
      <Button icon={<Search />} onClick={() => openLookUp('')}>
        Look up a place
      </Button>
    </TopActions>
    <SourceScreen
      def={places}
      asked={askedOfPlace}
      detail={(id, onClose) => <PlaceDetailPane id={id} onClose={onClose} />}
    />
  </>
)

import { useState, type ReactElement } from 'react'
import type { PlaceFacts, PlaceFound } from '../../../shared/places.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { openRecord } from '../records/open-record.ts'
import { Nothing, Section } from '../records/Section.tsx'
import { closePlaceDialogs, requestNewPlace } from './place-dialogs.ts'
import { PlaceFactsLines } from './PlaceFactsLines.tsx'
import styles from './Places.module.css'

/** What is known of a place, by any of its names, and the way to a place of one's own. */
export function LookUpDialog({ initial }: { readonly initial: string }): ReactElement {
  const [text, setText] = useState(initial)
  const search = text.trim()
  const canEdit = useReadOnly() === null
  const { data: parts = [] } = useCall('places.tree', { text: search }, { enabled: search !== '' })
  const { data: found = [] } = useCall('places.find', { search, limit: 12 }, { keepPrevious: true })
  const known = search === '' ? [] : parts.flatMap(({ facts }) => facts ?? [])
  const others = found.filter(({ key }) => !known.some((facts) => facts.key === key))
  return (
    <Dialog isOpen isTall width={680} title="Look up a place" onClose={closePlaceDialogs}>
      <TextInput
        aria-label="Name of a place"
        placeholder="Kursk region, Курская область, 쿠르스크주 …"
        autoFocus
        value={text}
        onChange={setText}
      />
      <div className={styles.results}>
        {known.map((facts) => (
          <Known key={facts.key} facts={facts} canEdit={canEdit} />
        ))}
        {search !== '' && known.length === 0 && (
          <p className={styles.unknown}>
            “{search}” is not known by this name.
            {canEdit && <Button onClick={() => requestNewPlace(search)}>Add it as your own…</Button>}
          </p>
        )}
        {others.length > 0 && (
          <Section title={search === '' ? 'Your own' : 'Other names with this word'}>
            <ul>
              {others.map((place) => (
                <Found key={place.key} place={place} onPick={setText} />
              ))}
            </ul>
          </Section>
        )}
        {search === '' && (
          <Nothing>
            Type a name in any of its spellings and scripts. What one country holds or claims while it is counted to
            another lies here in both, and says so: Parallax takes no side. Where you need it otherwise, make the place
            your own.
          </Nothing>
        )}
      </div>
    </Dialog>
  )
}

function Known({ facts, canEdit }: { readonly facts: PlaceFacts; readonly canEdit: boolean }): ReactElement {
  const { id, kind, isListed, name } = facts
  const open = (): void => {
    closePlaceDialogs()
    if (id !== null) openRecord({ kind: 'place', id })
  }
  const source = id === null ? 'from the gazetteer' : isListed ? 'your own, with the gazetteer' : 'your own'
  return (
    <Section
      title={name}
      actions={
        id === null
          ? canEdit && (
              <Button size="small" onClick={() => requestNewPlace(name)}>
                Make it your own…
              </Button>
            )
          : (<Button size="small" onClick={open}>Open</Button>) // prettier-ignore
      }
    >
      <p className={styles.source}>{[kind, source].filter(Boolean).join(', ')}</p>
      <PlaceFactsLines facts={facts} />
    </Section>
  )
}

function Found({
  place,
  onPick,
}: {
  readonly place: PlaceFound
  readonly onPick: (name: string) => void
}): ReactElement {
  return (
    <li className={styles.found}>
      <button type="button" className={styles.link} onClick={() => onPick(place.name)}>
        {place.name}
      </button>
      <span className={styles.detail}>
        {place.detail}
        {place.from === 'own' && ', your own'}
      </span>
    </li>
  )
}

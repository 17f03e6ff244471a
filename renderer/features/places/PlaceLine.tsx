import type { ReactElement } from 'react'
import type { PlacePart } from '../../../shared/places.ts'
import { useCall } from '../../data/queries.ts'
import { Line } from '../records/Section.tsx'
import { openLookUp, requestNewPlace } from './place-dialogs.ts'
import { Chain } from './PlaceFactsLines.tsx'
import styles from './Places.module.css'

interface PlaceLineProps {
  readonly text: string | null
  readonly canEdit: boolean
}

/** A place by the name that it was given, of which nothing more is known: saying it again would say nothing. */
const saysNothing = ({ text, facts }: PlacePart): boolean =>
  facts !== null && facts.name === text && facts.chain.length === 0

/** Under a place: what it lies in, or that it is not known. */
export function PlaceLine({ text, canEdit }: PlaceLineProps): ReactElement | null {
  const { data } = useCall('places.tree', { text: text ?? '' }, { enabled: text !== null })
  const parts = data?.filter((part) => !saysNothing(part)) ?? []
  if (text === null || parts.length === 0) return null
  return (
    <Line label="">
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.facts?.key ?? part.text}>
            <Part part={part} canEdit={canEdit} />
          </li>
        ))}
      </ul>
    </Line>
  )
}

function Part({ part: { text, facts }, canEdit }: { part: PlacePart; canEdit: boolean }): ReactElement {
  if (facts === null)
    return (
      <>
        “{text}” is not known
        {canEdit && (
          <>
            :{' '}
            <button type="button" className={styles.link} onClick={() => requestNewPlace(text)}>
              add it under Places
            </button>
          </>
        )}
      </>
    )
  return (
    <>
      <button type="button" className={styles.quiet} title="What is known of it" onClick={() => openLookUp(facts.name)}>
        {facts.name}
      </button>
      {facts.chain.length > 0 && (
        <>
          <span className={styles.in}> ⊂ </span>
          <Chain steps={facts.chain} />
        </>
      )}
    </>
  )
}

import { Fragment, type ReactElement, type ReactNode } from 'react'
import type { PlaceFacts, PlaceStep } from '../../../shared/places.ts'
import { RecordButton } from '../records/RecordButton.tsx'
import { Line } from '../records/Section.tsx'
import styles from './Places.module.css'

/** All that is known of a place, and where from. */
export function PlaceFactsLines({ facts }: { readonly facts: PlaceFacts }): ReactElement {
  const { chain, others, names, note, isCircular } = facts
  return (
    <>
      {isCircular && (
        <p className={styles.warning}>
          By what it is said to lie in it would lie in itself, so that this does not count. Say what else it lies in.
        </p>
      )}
      <Fact label="Lies in">{chain.length > 0 ? <Chain steps={chain} /> : nothingHolds(facts)}</Fact>
      {others.length > 0 && (
        <Fact label="Also in">
          <Names steps={others} />
        </Fact>
      )}
      {note !== null && <Fact label="Disputed">{note}</Fact>}
      <Fact label="On the map">{whereInWords(facts)}</Fact>
      <Fact label="Names">
        <span className={styles.names}>{names.join(' · ')}</span>
      </Fact>
    </>
  )
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement => (
  <Line label={label}>
    <div className={styles.fact}>{children}</div>
  </Line>
)

/** The gazetteer knows what has nothing around it: a continent, a sea. */
const nothingHolds = ({ isListed }: PlaceFacts): string => (isListed ? 'nothing larger' : 'not known')

/** "Kursk region ⊂ European Russia ⊂ Russia". */
export const Chain = ({ steps }: { readonly steps: readonly PlaceStep[] }): ReactElement => (
  <span>
    {steps.map((step, at) => (
      <Fragment key={step.key}>
        {at > 0 && <span className={styles.in}> ⊂ </span>}
        <StepName step={step} />
      </Fragment>
    ))}
  </span>
)

const Names = ({ steps }: { readonly steps: readonly PlaceStep[] }): ReactElement => (
  <span>
    {steps.map((step, at) => (
      <Fragment key={step.key}>
        {at > 0 && ', '}
        <StepName step={step} />
      </Fragment>
    ))}
  </span>
)

/** What the user said himself can be opened. */
const StepName = ({ step }: { readonly step: PlaceStep }): ReactElement =>
  step.id === null ? (
    <span title="From the gazetteer">{step.name}</span>
  ) : (
    <RecordButton to={{ kind: 'place', id: step.id }} title="Your own">
      {step.name}
    </RecordButton>
  )

const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: 4 })}° ${value < 0 ? negative : positive}`

/** "51.7° N, 36.2° E, about 98 km around". */
function whereInWords({ latitude, longitude, radius }: PlaceFacts): string {
  if (latitude === null || longitude === null) return 'no coordinates'
  const point = `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`
  return radius === null ? point : `${point}, about ${radius.toLocaleString('en-GB')} km around`
}

import { useId, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { Facet, FacetValue } from '../../../shared/facets.ts'
import type { ViewInput } from '../../../shared/list.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import type { Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import styles from './FacetPanel.module.css'
import { FacetValues } from './FacetValues.tsx'
import { clearFacet, useChosen } from './facet-state.ts'

export interface FacetGroupProps extends Pick<Facet, 'values' | 'more'> {
  readonly entity: Entity
  readonly field: Field<never, unknown>
  readonly view: ViewInput
}

/** So many values are shown before one asks for more. */
const few = 6
/** From so many on, one looks for a value by typing. */
const many = 12

/** One facet: its values, most frequent first, or in the order of their scale. */
export function FacetGroup({ entity, field, view, ...facet }: FacetGroupProps): ReactElement {
  const id = useId()
  const [isWhole, setIsWhole] = useState(false)
  const [text, setText] = useState('')
  const chosen = useChosen(entity, field.field)
  const found = useFound(entity, field.field, view, text, facet)
  const name = field.fullTitle ?? field.title
  const values = inOrder(field, found.values)
  const isFinding = text !== ''
  const shown = isWhole || isFinding ? values : values.filter(({ value }, at) => at < few || chosen.has(value))
  const hidden = values.length - shown.length
  const total = facet.values.length + facet.more
  return (
    <section className={styles.group} aria-labelledby={id}>
      <SectionHead title={name} id={id}>
        {chosen.size > 0 && (
          <Button size="small" look="quiet" label={`Clear ${name}`} onClick={() => clearFacet(entity, field.field)}>
            Clear
          </Button>
        )}
      </SectionHead>
      {total > many && (
        <input
          type="search"
          className={styles.find}
          aria-label={`Find a value of ${name}`}
          placeholder={`Find among ${total.toLocaleString('en-GB')}`}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => clearBy(event, () => setText(''))}
        />
      )}
      {shown.length > 0 ? (
        <FacetValues {...{ entity, field, chosen }} values={shown} labelledBy={id} />
      ) : (
        <p className={styles.none}>{isFinding ? `No value holds “${text}”` : 'Nothing to count'}</p>
      )}
      {!isFinding && (hidden > 0 || isWhole) && values.length > few && (
        <Button size="small" look="quiet" className={styles.more ?? ''} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show ${hidden.toLocaleString('en-GB')} more`}
        </Button>
      )}
      {(isWhole || isFinding) && found.more > 0 && (
        <p className={styles.none}>
          {found.more.toLocaleString('en-GB')} more {found.more === 1 ? 'value' : 'values'}: type to find them
        </p>
      )}
    </section>
  )
}

/** The values that hold what is typed; those of the whole facet while nothing is, or no answer is there. */
function useFound(
  entity: Entity,
  field: string,
  view: ViewInput,
  text: string,
  facet: Pick<Facet, 'values' | 'more'>,
): Pick<Facet, 'values' | 'more'> {
  const { settled: find } = useSettled(text)
  const isFinding = text !== '' && find !== ''
  const request = { ...view, fields: [field], find }
  const { data } = useCall(`${entity}.facets`, request, { enabled: isFinding, keepPrevious: true })
  return (isFinding && data?.[0]) || facet
}

/** Grades and other closed lists keep the order of their words; "not set" is last. */
function inOrder({ options }: Field<never, unknown>, values: readonly FacetValue[]): readonly FacetValue[] {
  const order = options?.map(({ value }) => value) ?? []
  const place = ({ value }: FacetValue): number => (value === null ? Infinity : order.indexOf(value))
  return [...values].sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)))
}

/** Esc empties the box first. */
function clearBy(event: KeyboardEvent<HTMLInputElement>, clear: () => void): void {
  if (event.key !== 'Escape' || event.currentTarget.value === '') return
  event.preventDefault()
  clear()
}

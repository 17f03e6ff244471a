import type { KeyboardEvent, ReactElement } from 'react'
import type { Facet } from '../../../shared/facets.ts'
import { useCall } from '../../data/queries.ts'
import { mountedGrid } from '../grid/GridController.ts'
import type { Entity } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import { FacetGroup } from './FacetGroup.tsx'
import styles from './FacetPanel.module.css'
import { useFacetFields, useFacetView } from './facet-state.ts'

export interface FacetPanelProps {
  readonly entity: Entity
  readonly fields: readonly Field<never, unknown>[]
}

/** Left of a grid: the values of its fields with their counts under the present filter and search, to tick. */
export function FacetPanel({ entity, fields }: FacetPanelProps): ReactElement {
  const view = useFacetView(entity)
  const shown = useFacetFields(entity, fields)
  const { data } = useCall(`${entity}.facets`, view, { keepPrevious: true })
  return (
    <aside
      className={styles.panel}
      aria-label={`Facets of the ${entity}`}
      data-facets
      onKeyDown={(event) => leaveBy(event, entity)}
    >
      {data &&
        shown.map((field) => <FacetGroup key={field.field} {...{ entity, field, view }} {...facetOf(data, field)} />)}
    </aside>
  )
}

const facetOf = (facets: readonly Facet[], { field }: Field<never, unknown>): Pick<Facet, 'values' | 'more'> => {
  const { values, more } = facets.find((facet) => facet.field === field) ?? nothing
  return { values, more }
}

const nothing = { values: [], more: 0 }

/** Esc goes back to the list. */
function leaveBy(event: KeyboardEvent, entity: Entity): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  mountedGrid(entity)?.focus()
}

/** Puts the keyboard into the panel, once it is drawn. */
export function focusFacets(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-facets] [role=option][tabindex="0"]')?.focus())
}

import type { ReactElement, ReactNode } from 'react'
import { Editable, type EditableProps } from './Editable.tsx'
import { Line } from './Section.tsx'

export interface FieldLineProps<Row, Patch> extends EditableProps<Row, Patch> {
  readonly label?: string
  /** Beside the value: a grade, a link to the record. */
  readonly after?: ReactNode
}

/** A field of the record, with its label, edited in place. */
export function FieldLine<Row, Patch>({ label, after, ...rest }: FieldLineProps<Row, Patch>): ReactElement {
  return (
    <Line label={label ?? rest.field.fullTitle ?? rest.field.title}>
      <Editable {...rest} />
      {after}
    </Line>
  )
}

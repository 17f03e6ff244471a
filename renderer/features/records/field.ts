import type { ComponentType } from 'react'
import { parseDate } from '../../../shared/dates.ts'
import { parseQuantity } from '../../../shared/quantities.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { splitValues } from '../../../shared/text.ts'
import type { Input } from '../../../shared/contract.ts'

/** Texts for which the store knows what was used before. */
export type SuggestField = Input<'claims.values'>['field']

export type FieldKind = 'text' | 'long' | 'enum' | 'date' | 'quantity' | 'number' | 'many' | 'fixed'
export type FilterKind = 'text' | 'enum' | 'date' | 'number'

export interface FieldOption {
  /** The empty value stands for "not set". */
  readonly value: string
  readonly label: string
  readonly detail?: string
}

/**
 * One field of a record: how it reads as text, and how a text becomes a change. Grid cells, editors, bulk changes,
 * copy, paste and the detail pane all go through these two.
 */
export interface Field<Row, Patch> {
  readonly field: string
  readonly title: string
  /** The whole title, where `title` is shortened for a narrow column. */
  readonly fullTitle?: string
  readonly kind: FieldKind
  readonly filter?: FilterKind
  /** As typed, copied and pasted; empty when not set. */
  readonly text: (row: Row) => string
  /** Absent on what cannot be edited. */
  readonly read?: (text: string) => Result<Patch>
  readonly options?: readonly FieldOption[]
  readonly suggest?: SuggestField
  /** How it looks in a cell, where plain text is not enough. */
  readonly Cell?: ComponentType<{ readonly row: Row }>
  /** All the words of that cell, where they are more than the text: its column is made wide enough for them. */
  readonly cellText?: (row: Row) => string
  readonly width: number
  readonly minWidth?: number
  readonly isFlexible?: boolean
  readonly isRight?: boolean
  /** `wide`: shown from the start only in a wide window. */
  readonly shown?: 'always' | 'wide' | 'hidden'
  readonly isPinned?: boolean
}

type Layout = Pick<
  Field<unknown, unknown>,
  'width' | 'minWidth' | 'isFlexible' | 'isRight' | 'shown' | 'fullTitle' | 'suggest' | 'isPinned'
>
interface Spec<Row, Key> extends Layout {
  readonly field: Key
  readonly title: string
  readonly get: (row: Row) => string | null
  readonly Cell?: ComponentType<{ readonly row: Row }>
  readonly cellText?: (row: Row) => string
}

const patchOf = <Patch>(field: string, value: unknown): Result<Patch> => ok({ [field]: value } as Patch)

/** The builders of one record's fields; `Patch` is what its update takes. */
export function fieldsOf<Row, Patch extends object>() {
  type Key = keyof Patch & string
  type F = Field<Row, Patch>
  const base = ({ get, ...spec }: Spec<Row, string>) => ({ ...spec, text: (row: Row) => get(row) ?? '' })
  return {
    text: (spec: Spec<Row, Key> & { isRequired?: boolean; isLong?: boolean }): F => {
      const { isRequired = false, isLong = false, ...rest } = spec
      return {
        ...base(rest),
        kind: isLong ? 'long' : 'text',
        filter: 'text',
        read: (text) => readText(spec, text.trim(), isRequired),
      }
    },
    choice: (spec: Spec<Row, Key> & { options: readonly FieldOption[] }): F => ({
      ...base(spec),
      kind: 'enum',
      filter: 'enum',
      options: spec.options,
      read: (text) => readChoice(spec, text, spec.options),
    }),
    date: (spec: Spec<Row, Key>): F => ({
      ...base(spec),
      kind: 'date',
      filter: 'date',
      read: (text) => readDate(spec.field, text.trim()),
    }),
    quantity: (spec: Spec<Row, Key>): F => ({
      ...base(spec),
      kind: 'quantity',
      filter: 'number',
      isRight: true,
      read: (text) => readQuantity(spec.field, text.trim()),
    }),
    number: (spec: Spec<Row, Key>): F => ({
      ...base(spec),
      kind: 'number',
      filter: 'number',
      isRight: true,
      read: (text) => readNumber(spec, text.trim()),
    }),
    many: (spec: Omit<Spec<Row, Key>, 'get'> & { get: (row: Row) => readonly string[] }): F => ({
      ...base({ ...spec, get: (row) => spec.get(row).join('; ') }),
      kind: 'many',
      filter: 'text',
      read: (text) => patchOf(spec.field, splitValues(text)),
    }),
    fixed: (spec: Spec<Row, string> & { filter?: FilterKind }): F => ({ ...base(spec), kind: 'fixed' }),
  }
}

interface Named {
  readonly field: string
  readonly title: string
  readonly fullTitle?: string
}
const nameOf = ({ title, fullTitle }: Named): string => fullTitle ?? title

function readText<Patch>(spec: Named, text: string, isRequired: boolean): Result<Patch> {
  if (text === '' && isRequired) return fail('invalid-input', `${nameOf(spec)} must not be empty.`)
  return patchOf(spec.field, text === '' ? null : text)
}

function readChoice<Patch>(spec: Named, text: string, options: readonly FieldOption[]): Result<Patch> {
  const wanted = text.trim().toLowerCase()
  const option = options.find(({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted)
  if (option) return patchOf(spec.field, option.value === '' ? null : option.value)
  const known = options.map(({ value }) => value || 'empty').join(', ')
  return fail('invalid-input', `${nameOf(spec)}: “${text}” is none of ${known}.`)
}

function readDate<Patch>(field: string, text: string): Result<Patch> {
  if (text === '') return patchOf(field, null)
  const date = parseDate(text)
  return date.ok ? patchOf(field, text) : date
}

function readQuantity<Patch>(field: string, text: string): Result<Patch> {
  if (text === '') return patchOf(field, null)
  const quantity = parseQuantity(text)
  return quantity.ok ? patchOf(field, text) : quantity
}

function readNumber<Patch>(spec: Named, text: string): Result<Patch> {
  if (text === '') return patchOf(spec.field, null)
  const value = Number(text)
  return Number.isFinite(value)
    ? patchOf(spec.field, value)
    : fail('invalid-input', `${nameOf(spec)}: “${text}” is not a number. Write 51.73.`)
}

const notSet: FieldOption = { value: '', label: '', detail: 'not set' }

/** The options of a closed word list; `isNullable` adds "not set". */
export const optionsFrom = (
  values: readonly string[],
  { isNullable = false, details }: { isNullable?: boolean; details?: Readonly<Record<string, string>> } = {},
): readonly FieldOption[] => [
  ...(isNullable ? [notSet] : []),
  ...values.map((value) => {
    const detail = details?.[value]
    return { value, label: value, ...(detail === undefined ? {} : { detail }) }
  }),
]

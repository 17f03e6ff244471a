import type { ImportField } from '../../../../shared/import-lists.ts'
import { formatQuantity, type Quantity } from '../../../../shared/quantities.ts'
import { qualifiers, usualKind, type Qualifier } from '../../../../shared/vocabulary.ts'
import { given } from './draft.ts'
import type { RowReader } from './row-reader.ts'
import { isAmbiguousQuantity, readQuantity as readQuantityText, type QuantityRead } from '../values/quantities.ts'
import { isUnset, wordOf } from '../values/words.ts'

const figureFields = ['measure', 'measure_low', 'measure_high', 'measure_best'] as const
/** The fields of which a measure is made. */
export const measureFields = [
  'measure_subject',
  'measure_category',
  'measure_qualifier',
  'measure_unit',
  ...figureFields,
] as const satisfies readonly ImportField[]

/** The measure that a row's cells make, by the rules of `product.md`; null when none of them is filled. */
export function readMeasure(row: RowReader): Record<string, unknown> | null {
  // A category or a unit that holds for a whole list is no measure of a row that has none.
  const isSaid =
    measureFields.some((field) => row.isOwn(field)) || figureFields.some((field) => row.text(field) !== null)
  if (!isSaid) return null
  const category = row.oneOf('measure_category', 'category')
  const { quantity, unit } = readQuantity(row)
  return given<unknown>({
    subject: row.text('measure_subject'),
    category,
    kind: category && usualKind[category],
    unit: row.text('measure_unit') ?? unit,
    verbatim: writtenFigures(row),
    ...quantity,
  })
}

/** The figures as the file has them: the parsed values stand beside these words, never in their place. */
function writtenFigures(row: RowReader): string | null {
  const written = figureFields.flatMap((field) => {
    const text = row.text(field)
    return text === null ? [] : [{ name: field === 'measure' ? 'number' : field.replace('measure_', ''), text }]
  })
  const [only] = written
  if (written.length < 2) return only?.text ?? null
  return written.map(({ name, text }) => `${name} ${text}`).join('; ')
}

function readQuantity(row: RowReader): QuantityRead {
  const [low, high] = [readFigure(row, 'measure_low'), readFigure(row, 'measure_high')]
  const best = readFigure(row, 'measure_best') ?? readFigure(row, 'measure')
  const bounds = {
    low: low?.quantity.best ?? low?.quantity.low ?? best?.quantity.low ?? null,
    high: high?.quantity.best ?? high?.quantity.high ?? best?.quantity.high ?? null,
  }
  const said = readQualifier(row)
  const qualifier =
    said ??
    impliedQualifier(
      [best, low, high].map((figure) => figure?.quantity ?? null),
      bounds,
    )
  const quantity = oneSided({ ...bounds, best: best?.quantity.best ?? null, qualifier })
  flagOddQuantity(row, quantity, said)
  const unit = best?.unit ?? low?.unit ?? high?.unit ?? null
  return { quantity: isReversed(quantity) ? { ...quantity, low: null, high: null } : quantity, unit }
}

function readFigure(row: RowReader, field: (typeof figureFields)[number]): QuantityRead | null {
  const text = row.text(field)
  if (text === null || isUnset(text)) return null
  const reading = readQuantityText(text, row.convention(field).decimal)
  if (reading === undefined) {
    row.flag(
      field,
      'unknown-value',
      `“${text}” is no number that could be read (8,000, about 11,000, at least 1,500 or 10,000–12,000 is). The text is kept as written.`,
    )
    return null
  }
  if (!isAmbiguousQuantity(reading)) return reading
  const ways = reading.ambiguous.map(({ quantity }) => formatQuantity(quantity)).join(' or ')
  row.flag(
    field,
    'ambiguous-number',
    `“${text}” may be ${ways}, and nothing in its column shows which. The text is kept as written.`,
  )
  return null
}

/** The qualifier's own cell: one of our words, or another way to say one ("around", "≥"), in any of four languages. */
const readQualifier = (row: RowReader): Qualifier | null =>
  row.parsed('measure_qualifier', `it is none of ${qualifiers.join(', ')}`, (text) => {
    const word = wordOf('qualifier', text)
    if (word) return word
    const phrase = readQuantityText(`${text} 1`)
    return phrase && !isAmbiguousQuantity(phrase) ? phrase.quantity.qualifier : undefined
  })

/** What the figures say when no qualifier is given: words within a figure first, then which sides are open. */
function impliedQualifier(
  figures: readonly (Quantity | null)[],
  { low, high }: { readonly low: number | null; readonly high: number | null },
): Qualifier {
  const worded = figures.find((figure) => figure && figure.qualifier !== 'exact')
  if (worded) return worded.qualifier
  if (figures[0]) return 'exact'
  if (low !== null && high !== null) return 'between'
  if (low !== null) return 'at least'
  return high === null ? 'unspecified' : 'up to'
}

/** "At least 1,500" is a lower bound also where the file has it in the column for the best figure. */
function oneSided(quantity: Quantity): Quantity {
  const { low, high, best, qualifier } = quantity
  if (best === null || low !== null || high !== null) return quantity
  if (qualifier === 'at least' || qualifier === 'more than') return { ...quantity, low: best, best: null }
  if (qualifier === 'up to' || qualifier === 'less than') return { ...quantity, high: best, best: null }
  return quantity
}

const isReversed = ({ low, high }: Quantity): boolean => low !== null && high !== null && low > high

const withoutFigure: ReadonlySet<Qualifier> = new Set(['dozens', 'hundreds', 'thousands', 'several', 'unspecified'])

function flagOddQuantity(row: RowReader, quantity: Quantity, said: Qualifier | null): void {
  const { low, high, best } = quantity
  if (isReversed(quantity))
    row.flag(
      'measure_low',
      'reversed-bounds',
      `The lower bound ${low} is above the upper one ${high}: neither was taken.`,
    )
  if (said && !withoutFigure.has(said) && low === null && high === null && best === null)
    row.flag('measure_qualifier', 'no-figure', `“${said}” stands without a number.`)
}

import type { ImportField } from '../../../shared/import.ts'
import { parseQuantity, type Quantity } from '../../../shared/quantities.ts'
import { measureCategories, qualifiers, usualKind, type Qualifier } from '../../../shared/vocabulary.ts'
import { given, wordOf, type RowReader } from './row-reader.ts'

const figureFields = ['measure_low', 'measure_high', 'measure_best'] as const
const measureFields = [
  'measure_subject',
  'measure_category',
  'measure_qualifier',
  'measure_unit',
  ...figureFields,
] as const satisfies readonly ImportField[]

/** The measure that a row's cells make, by the rules of `product.md`; null when none of them is filled. */
export function readMeasure(row: RowReader): Record<string, unknown> | null {
  if (measureFields.every((field) => row.text(field) === null)) return null
  const category = row.oneOf('measure_category', measureCategories)
  return given({
    subject: row.text('measure_subject'),
    category,
    kind: category && usualKind[category],
    unit: row.text('measure_unit'),
    verbatim: writtenFigures(row),
    ...readQuantity(row),
  })
}

/** The figures as the file has them: the parsed values stand beside these words, never in their place. */
function writtenFigures(row: RowReader): string | null {
  const written = figureFields.flatMap((field) => {
    const text = row.text(field)
    return text === null ? [] : [{ name: field.replace('measure_', ''), text }]
  })
  const [only] = written
  if (written.length < 2) return only?.text ?? null
  return written.map(({ name, text }) => `${name} ${text}`).join('; ')
}

function readQuantity(row: RowReader): Quantity {
  const low = readFigure(row, 'measure_low')
  const high = readFigure(row, 'measure_high')
  const best = readFigure(row, 'measure_best')
  const bounds = {
    low: low?.best ?? low?.low ?? best?.low ?? null,
    high: high?.best ?? high?.high ?? best?.high ?? null,
  }
  const said = readQualifier(row)
  const qualifier = said ?? impliedQualifier([best, low, high], bounds)
  const quantity = oneSided({ ...bounds, best: best?.best ?? null, qualifier })
  flagOddQuantity(row, quantity, said)
  return isReversed(quantity) ? { ...quantity, low: null, high: null } : quantity
}

function readFigure(row: RowReader, field: (typeof figureFields)[number]): Quantity | null {
  return row.parsed(field, 'it is no number (8,000, about 11,000, at least 1,500 or 10,000–12,000 is)', (text) => {
    const quantity = parseQuantity(text)
    if (!quantity.ok) return undefined
    // 1.500 is one and a half in English and fifteen hundred in German: read as English, and said.
    if (/(?<!\d)\d{1,3}\.\d{3}(?!\d)/.test(text))
      row.flag(
        field,
        'ambiguous-number',
        `“${text}” was read with a decimal point. If the point groups thousands, mend the number.`,
      )
    return quantity.value
  })
}

/** The qualifier's own cell: one of our words, or another way to say one ("around", "≥"). */
const readQualifier = (row: RowReader): Qualifier | null =>
  row.parsed('measure_qualifier', `it is none of ${qualifiers.join(', ')}`, (text) => {
    const word = wordOf(qualifiers, text)
    if (word) return word
    const phrase = parseQuantity(`${text} 1`)
    return phrase.ok ? phrase.value.qualifier : undefined
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

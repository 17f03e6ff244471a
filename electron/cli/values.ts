import { InvalidArgumentError } from 'commander'
import { ImportField } from '../../shared/import-lists.ts'
import { MergeSide } from '../../shared/merge.ts'
import { parseTlp, type Tlp } from '../../shared/scales.ts'

// How the values of options are read. What is none is told by commander with the option's name before it.

/** A tab is hard to type: "\\t" and "tab" mean one too. */
export function readDelimiter(text: string): string {
  if (text === '') throw new InvalidArgumentError('It is at least one character.')
  return { '\\t': '\t', tab: '\t', comma: ',', semicolon: ';', space: ' ', pipe: '|' }[text] ?? text
}

/** The last "=" parts a column from its field, the first one a field from its value. */
export function readMap(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.lastIndexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new InvalidArgumentError('Write column=field, such as "Sprecher=claimant".')
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}

export function readSet(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('Write field=value, such as "tlp=AMBER".')
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}

export function readSide(text: string, before: Readonly<Record<string, MergeSide>>): Record<string, MergeSide> {
  const at = text.indexOf('=')
  const side = MergeSide.safeParse(text.slice(at + 1))
  if (at < 1 || !side.success)
    throw new InvalidArgumentError('Write field=keep, field=drop or field=both, such as statement=drop.')
  return { ...before, [text.slice(0, at)]: side.data }
}

export const readSplit = (text: string, before: Readonly<Record<string, string>>): Record<string, string> => {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('Write name=text, such as "Tags=|".')
  return { ...before, [text.slice(0, at)]: readDelimiter(text.slice(at + 1)) }
}

/** Nothing may stand between them too: names in some languages have no space. */
export const readJoin = (text: string, before: Readonly<Record<string, string>>): Record<string, string> =>
  /^[^=]+=$/.test(text) ? { ...before, [text.slice(0, -1)]: '' } : readSplit(text, before)

export function readTlp(text: string): Tlp {
  const label = parseTlp(text)
  if (label === undefined) throw new InvalidArgumentError('Labels: clear, green, amber, amber+strict, red.')
  return label
}

export const readKey = (text: string): ImportField[] =>
  text.split(',').map((part) => {
    const field = ImportField.safeParse(part.trim())
    if (!field.success) throw new InvalidArgumentError(`No list has a field “${part.trim()}”.`)
    return field.data
  })

export function readCount(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It is a whole number, 0 or more.')
}

export const readSort = (text: string): { field: string; desc: boolean }[] =>
  text.split(',').map((part) => {
    const [field = '', direction = 'asc', ...more] = part.trim().split(':')
    if (field === '' || more.length > 0 || !['asc', 'desc'].includes(direction))
      throw new InvalidArgumentError('Write field or field:desc, several with commas between.')
    return { field, desc: direction === 'desc' }
  })

export function readFilter(text: string): Record<string, never> {
  try {
    const filter: unknown = JSON.parse(text)
    // What is in it is checked where it is used, by the same rules as the window's filters.
    if (typeof filter === 'object' && filter !== null && !Array.isArray(filter)) return filter as Record<string, never>
  } catch {
    // Told below, as for other JSON that is no object.
  }
  throw new InvalidArgumentError('It is a JSON object, such as \'{"topic":"treaty"}\'.')
}

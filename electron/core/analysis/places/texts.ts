import { looseKey, splitValues } from '../../../../shared/text.ts'

/** Finds the place that one name means; undefined when none is known by it. */
export type ByName = (name: string) => string | undefined

/** The places that a text means: each as the key of a known place, or, behind a question mark, as the folded text itself. */
export function placesIn(text: string, byName: ByName, isWithin: (key: string, other: string) => boolean): string[] {
  const parts = splitValues(text)
  const found = parts.flatMap((part) => knownIn(part, byName, isWithin) ?? [unknownKey(part)])
  return [...new Set(found)]
}

/** A place that is not known is the same as another text that differs in case, accents, spaces and marks only. */
const unknownKey = (text: string): string => `?${looseKey(text) || text}`

export const isUnknown = (key: string): boolean => key.startsWith('?')

function knownIn(
  text: string,
  byName: ByName,
  isWithin: (key: string, other: string) => boolean,
): readonly string[] | undefined {
  const whole = nameIn(text, byName)
  if (whole !== undefined) return [whole]
  const listed = allKnown(text.split(/\s+(?:and|и|та|й|і|및|과|와)\s+|\s*[/&+]\s*|\s*,\s*(?:and\s+)?/u), byName)
  if (listed) return withoutAreas(listed, isWithin)
  const alike = allKnown(alikeParts(text), byName)
  if (alike) return alike
  const described = allKnown(describedParts(text), byName)
  // "Kursk region of Russia" is one place and what it lies in; where neither lies in the other, it means something else.
  const [one] = described ? withoutAreas(described, isWithin) : []
  return described && one !== undefined && described.every((key) => key === one || isWithin(one, key))
    ? [one]
    : undefined
}

/** "Kursk, Belgorod and Bryansk regions": what is said once at the end is said of each. */
function alikeParts(text: string): string[] {
  const [, names, what] =
    /^(.*\s(?:and|&)\s.*)\s(region|oblast|province|territory)s$/iu.exec(text.replace(/territories$/i, 'territorys')) ??
    []
  return names === undefined ? [] : names.split(/\s*,\s*|\s+(?:and|&)\s+/u).map((name) => `${name} ${what}`)
}

/** "Sudzha (Kursk region)", "Kursk region in Russia", "Russia's Kursk region". */
const describedParts = (text: string): string[] =>
  text.split(/\s+(?:of|in)\s+(?:the\s+)?|\s*\(|\)|['’]s\s+/u).filter(Boolean)

function allKnown(parts: readonly string[], byName: ByName): readonly string[] | undefined {
  if (parts.length < 2) return undefined
  const keys = parts.map((part) => nameIn(part, byName))
  return keys.every((key) => key !== undefined) ? keys : undefined
}

/** Of "Sudzha, Kursk region" the place that the others only say where to find. */
const withoutAreas = (keys: readonly string[], isWithin: (key: string, other: string) => boolean): string[] =>
  keys.filter((key) => !keys.some((other) => other !== key && isWithin(other, key)))

/** What may stand before a name or hang on it. */
const before =
  /^(?:in the|in|at the|at|the|city of|town of|inside|within|в городе|в|во|на территории|на|город|г\.|у місті|у|місто|м\.)\s+/iu
const after = /(?:에서의|에서|으로|로|에|의|내|은|는|이|가|을|를|와|과)$/u

function nameIn(text: string, byName: ByName): string | undefined {
  const name = text.trim()
  const found = byName(name)
  if (found !== undefined) return found
  const bare = name.replace(before, '')
  if (bare !== name) return byName(bare)
  const stem = name.replace(after, '')
  return stem === name || stem === '' ? undefined : byName(stem)
}

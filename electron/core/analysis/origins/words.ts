import type { Joint } from './collapse.ts'
import type { Finding, RecordAt } from './finding.ts'
import { kindOf, numOf, type Key } from './graph.ts'
import type { Origins } from './origins.ts'
import type { Root, Source } from './roots.ts'

/** What a record is called in a sentence. */
export type Naming = (record: RecordAt) => string

const listed = 4

/** "A, B and C"; of many the first ones and how many more. */
export function inWords(names: readonly string[]): string {
  const shown = names.length > listed ? names.slice(0, listed - 1) : names
  const parts = names.length > shown.length ? [...shown, `${names.length - shown.length} more`] : shown
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

const claimsOf = (keys: readonly Key[]): RecordAt[] =>
  [...keys].sort((a, b) => a - b).map((key) => ({ kind: kindOf(key), num: numOf(key) }))

const called = (naming: Naming, records: readonly RecordAt[]): string => inWords([...new Set(records.map(naming))])

const plural = (count: number, one: string, several: string): string => (count === 1 ? one : several)

/** Roots of one claimant for one reason, as one: what is said of them takes one sentence. */
export function merged(roots: readonly Root[]): Root[] {
  const known = new Map<string, Root>()
  for (const root of roots) {
    const { document, source, why, groups } = root
    const key = document === null && source ? `${source.kind} ${source.num} ${why}` : root.id
    const before = known.get(key)
    known.set(key, before ? { ...before, groups: [...before.groups, ...groups] } : root)
  }
  return [...known.values()]
}

/** Why a root counts as an origin, or why it does not. */
export function rootInWords(naming: Naming, root: Root): string {
  const claims = called(naming, claimsOf(root.groups))
  const document = root.document === null ? null : naming({ kind: 'document', num: numOf(root.document) })
  const source = root.source === null ? null : naming(root.source)
  switch (root.why) {
    case 'claimant':
      return `${source} is the claimant of ${claims}.`
    case 'claimant, basis not known':
      return `${source} is the claimant of ${claims}; on what basis is not known.`
    case 'reported by itself':
      return document === source
        ? `${document} is marked as the origin of ${claims} and names no claimant.`
        : `${document} is marked as the origin of ${claims} and names no claimant: ${source} reports it by itself.`
    case 'hearsay':
      return source === null
        ? `${claims} is hearsay: nobody answers for it.`
        : `What ${source} says in ${claims} is hearsay.`
    case 'anonymous officials':
      return `${claims} rests on officials who are not named.`
    case 'nobody named':
      return document === null
        ? `No claimant is named for ${claims}, and no document is marked as its origin.`
        : `No claimant is named for ${claims}, and ${document} does not say where it has it from.`
    case 'retracted':
      return `${claims} was retracted.`
    case 'circle':
      return `${claims} leads round in a ring, to no origin.`
    default:
      return root.why satisfies never
  }
}

/** Why roots that a rule joined count as one. */
export function jointInWords(naming: Naming, roots: readonly Root[], joint: Joint): string {
  const joined = joint.roots.flatMap((index) => roots[index] ?? [])
  const sources = called(
    naming,
    joined.flatMap(({ source }): Source[] => (source ? [source] : [])),
  )
  const at = naming(joint.at)
  switch (joint.by) {
    case 'claimant':
      return `${called(naming, joined.flatMap(recordsOf))} ${joined.length === 2 ? 'both' : 'all'} come from ${at}: one origin.`
    case 'owner':
      return `${sources} belong to ${at}: one origin.`
    case 'evidence':
      return `${sources} lead to ${at}: one origin.`
    default:
      return joint.by satisfies never
  }
}

const recordsOf = (root: Root): RecordAt[] =>
  root.document === null ? claimsOf(root.groups) : [{ kind: 'document', num: numOf(root.document) }]

/** What stands out, in a sentence. */
export function findingInWords(naming: Naming, origins: Origins, finding: Finding): string {
  const { flag, records, on, languages = [] } = finding
  const others = on ? records.filter(({ kind, num }) => kind !== on.kind || num !== on.num) : records
  const names = called(naming, others)
  const rest = plural(others.length, 'rests', 'rest')
  const onName = on ? naming(on) : ''
  switch (flag) {
    case 'cycle':
      return `${names} lead back to each other: a ring confirms nothing.`
    case 'support collapse':
      return others.length < records.length
        ? `${names} ${rest} on ${onName}, which stands as a support itself.`
        : `${names} ${rest} on ${onName}: no supports of their own.`
    case 'single origin':
      return `${records.length} documents, one origin${origins.unresolved > 0 ? ' that is known' : ''}.`
    case 'self-confirmation':
      return on?.kind === 'outlet' ? `${onName} cites itself: ${names}.` : `${selfInWords(naming, records, onName)}.`
    case 'translated echo':
      return `${languages.length} language versions (${languages.join(', ')}), one origin.`
    case 'no origin':
      return `None of what leads here gives an origin: ${origins.unresolved} unresolved.`
    case 'graded 1 without two origins':
      return 'Graded 1, confirmed by other sources, with fewer than two independent origins and no written reason.'
    default:
      return flag satisfies never
  }
}

function selfInWords(naming: Naming, records: readonly RecordAt[], claimant: string): string {
  const [target, ...through] = records
  const what = target ? naming(target) : ''
  if (through.length === 0) return `${what} comes back to itself: ${claimant} confirms ${claimant}`
  return `${what} leans on ${called(naming, through)}, and that on the word of ${claimant} again`
}

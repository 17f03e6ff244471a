import type { MergeKind, MergeMove, MergePreview } from '../../../shared/merge.ts'

const names: Readonly<Record<string, string>> = {
  ref: 'Reference',
  tlp: 'TLP',
  url: 'Address',
  archiveUrl: 'Archive address',
  measures: 'Numbers',
  when: 'Date',
  readByMe: 'Read by me',
  fileSha256: 'SHA-256 of the file',
  said: 'Said on',
}

/** A field as the window calls it: "quoteLanguage" is "Quote language". */
export function nameOfField(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return names[field] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

const parts: Readonly<Record<string, readonly [one: string, many: string]>> = {
  carriage: ['carrier', 'carriers'],
  measure: ['number', 'numbers'],
  rating: ['grade', 'grades'],
  relation: ['relation', 'relations'],
  note_pin: ['pinned note', 'pinned notes'],
  judgement_claim: ['place as evidence', 'places as evidence'],
  participant: ['participation', 'participations'],
}

const counted = (count: number, entity: string): string => {
  const [one, many] = parts[entity] ?? [entity, `${entity}s`]
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

/** What will happen, a sentence each. */
export function consequences(kind: MergeKind, { keep, drop, moves }: MergePreview): string[] {
  // Numbers are chosen above, as a field.
  const told = moves.filter(({ entity }) => entity !== 'measure')
  const moved = told.filter((move) => move.moved > 0)
  const doubles = told.filter((move) => move.doubles > 0)
  const remembered = kind === 'actor' ? `The other name of ${keep.label} becomes an alias.` : ''
  return [
    `${drop.label} goes to the trash.`,
    ...(moved.length > 0 ? [moving(moved, keep.label)] : []),
    ...(doubles.length > 0 ? [staying(doubles, keep.label, drop.label)] : []),
    ...(remembered === '' ? [] : [remembered]),
    'The merge can be undone at any time, in the history too.',
  ]
}

function moving(moves: readonly MergeMove[], keep: string): string {
  const words = listed(moves.map(({ moved, entity }) => counted(moved, entity)))
  return `${words} ${isOne(moves, 'moved') ? 'moves' : 'move'} to ${keep}.`
}

/** What the kept one has too need not move, nor a relation that joined the two. */
function staying(doubles: readonly MergeMove[], keep: string, drop: string): string {
  const words = listed(doubles.map((move) => counted(move.doubles, move.entity)))
  const [stays, them, join] = isOne(doubles, 'doubles') ? ['stays', 'it', 'it joins'] : ['stay', 'them', 'they join']
  const joined = doubles.some(({ entity }) => entity === 'relation') ? `, or ${join} the two` : ''
  return `${words} ${stays} with ${drop}: ${keep} already has ${them}${joined}.`
}

const isOne = (moves: readonly MergeMove[], of: 'moved' | 'doubles'): boolean =>
  moves.length === 1 && moves[0]?.[of] === 1

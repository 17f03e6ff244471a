import { random, words } from './claims-list.ts'

/** A statement, and the place of the one that it was made from by an edit; null where it is one of its own. */
export interface Statement {
  readonly text: string
  readonly from: number | null
  readonly edit: Edit | null
}

export const edits = ['order', 'drop', 'synonym', 'suffix', 'punctuation'] as const
export type Edit = (typeof edits)[number]

const endings = [
  ['s', 'ed', 'ing'],
  ['은', '을', '에서'],
  ['ами', 'ого', 'ой'],
  ['ами', 'ого', 'ій'],
]

/** Statements of 80 to 300 characters in four languages, one in five an edited copy of an earlier one. */
export function* statements(count: number, seed = 1): Generator<Statement> {
  const next = random(seed)
  const upTo = (most: number): number => Math.floor(next() * most)
  const own: { at: number; language: number; words: string[] }[] = []
  for (let at = 0; at < count; at += 1) {
    const source = upTo(5) === 0 ? own[upTo(own.length)] : undefined
    if (source) {
      const edit = edits[upTo(edits.length)] ?? 'order'
      yield { text: edited(source.words, source.language, edit, upTo).join(' '), from: source.at, edit }
      continue
    }
    const language = upTo(10) < 7 ? 0 : 1 + upTo(3)
    const made = sentence(words[language] ?? [], (language === 1 ? 40 : 80) + upTo(language === 1 ? 100 : 220), upTo)
    own.push({ at, language, words: made })
    yield { text: made.join(' '), from: null, edit: null }
  }
}

type UpTo = (most: number) => number

function sentence(vocabulary: readonly string[], length: number, upTo: UpTo): string[] {
  const made = upTo(2) === 0 ? [] : [((1 + upTo(120)) * 100).toLocaleString('en')]
  for (let size = 0; size < length;) {
    const word = vocabulary[upTo(vocabulary.length)] ?? ''
    made.push(word)
    size += word.length + 1
  }
  return made
}

function edited(from: readonly string[], language: number, edit: Edit, upTo: UpTo): string[] {
  const made = [...from]
  const some = (share: number): number => Math.max(1, Math.round(made.length * share))
  const place = (): number => 1 + upTo(made.length - 1)
  switch (edit) {
    case 'order': {
      const at = place()
      return [...made.slice(at), ...made.slice(0, at)]
    }
    case 'drop': {
      const gone = some(0.2)
      made.splice(1 + upTo(made.length - gone), gone)
      return made
    }
    case 'synonym':
      for (let left = some(0.1); left > 0; left -= 1) made[place()] = `synonym${upTo(1000)}`
      return made
    case 'suffix':
      for (let left = some(0.2); left > 0; left -= 1) {
        const at = place()
        made[at] += endings[language]?.[upTo(3)] ?? ''
      }
      return made
    case 'punctuation':
      return [`“${made.join(', ')}”.`]
  }
}

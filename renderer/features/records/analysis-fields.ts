import type { Field } from './field.ts'
import { fieldsOf } from './field.ts'
import { momentInWords } from '../../app/time.ts'

interface Analysed {
  readonly origins: number | null
  readonly unresolved: number | null
  readonly contradictions: number | null
  readonly unreviewed: number | null
  readonly flags: readonly string[]
}

const count = (value: number | null): string => (value === null ? '' : value.toLocaleString('en-GB'))

/** What is found out about a record: read only. Empty: the analysis has not come to it yet. */
export function analysisFieldsOf<Row extends Analysed, Patch extends object>(): Field<Row, Patch>[] {
  const f = fieldsOf<Row, Patch>()
  const number = { filter: 'number', isRight: true } as const
  return [
    f.fixed({
      field: 'origins',
      title: 'Origins',
      fullTitle: 'Independent origins, and “+n” that lead to none',
      width: 68,
      shown: 'wide',
      ...number,
      get: ({ origins, unresolved }) => (unresolved ? `${count(origins)} +${unresolved}` : count(origins)),
    }),
    f.fixed({
      field: 'contradictions',
      title: 'Contra.',
      fullTitle: 'Contradictions with other records',
      width: 64,
      shown: 'wide',
      ...number,
      get: ({ contradictions }) => (contradictions === 0 ? '' : count(contradictions)),
    }),
    f.fixed({
      field: 'unreviewed',
      title: 'To review',
      fullTitle: 'Contradictions that nobody reviewed',
      width: 76,
      shown: 'hidden',
      ...number,
      get: ({ unreviewed }) => (unreviewed === 0 ? '' : count(unreviewed)),
    }),
    f.fixed({
      field: 'flags',
      title: 'Findings',
      fullTitle: 'What stands out about its origins',
      width: 170,
      shown: 'hidden',
      filter: 'text',
      get: ({ flags }) => flags.join('; '),
    }),
  ]
}

/** When a record was last graded. */
export const ratedField = <Row extends { readonly rated: string | null }, Patch extends object>(): Field<Row, Patch> =>
  fieldsOf<Row, Patch>().fixed({
    field: 'rated',
    title: 'Graded',
    fullTitle: 'When it was last graded',
    width: 142,
    shown: 'hidden',
    get: ({ rated }) => (rated === null ? '' : momentInWords(rated)),
  })

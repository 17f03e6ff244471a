import type { CheckFinding, CheckPlace } from '../../../../shared/checklist.ts'
import type { BlockContent } from '../../../../shared/report.ts'
import type { WordingFinding, WordingRule } from '../../../../shared/wording/finding.ts'
import { checkWording } from '../../../../shared/wording/wording.ts'
import { dayInWords } from '../words.ts'
import { boundNote } from '../bound.ts'
import { judgementPlace, notMet, ofEachJudgement, toLookAt, type CheckRule } from './finding.ts'

/** What a report has to have as a whole, and how its texts are worded. */
export const reportRules: readonly CheckRule[] = [
  ({ info }) =>
    info.question === null
      ? [toLookAt('no question', null, 'The case has no question that the report could be held against.')]
      : [],
  ({ blocks, isReport }) => {
    const bottomLines = blocks.flatMap(({ content }) => (content.kind === 'bottom-line' ? [content.markdown] : []))
    return isReport && bottomLines.every((markdown) => markdown.trim() === '')
      ? [notMet('no bottom line', null, 'There is no bottom line: the main message comes first.')]
      : []
  },
  ({ blocks, wentOut }) =>
    wentOut === null || blocks.some(({ content }) => content.kind === 'changes')
      ? []
      : [
          toLookAt(
            'change not told',
            null,
            `A version went out on ${dayInWords(wentOut)}; no block says what changed since: add “Changes”.`,
          ),
        ],
  ({ judgements }) => (judgements.size === 0 ? [notMet('no judgements', null, 'It holds no key judgement.')] : []),
  ofEachJudgement((judgement, { info }) => {
    const { likelihood, percent, scale, statement } = judgement
    const chosen = scale === info.scale ? { term: likelihood, percent } : {}
    return checkWording(statement, { scale: info.scale, ...chosen }).map((finding) =>
      worded(judgementPlace(judgement), finding),
    )
  }),
  ({ blocks, info }) =>
    blocks.flatMap(({ id, content }) => {
      if (!('markdown' in content)) return []
      const isMain = content.kind === 'bottom-line'
      const place = textPlace(id, content)
      // An argument may weigh what is possible; the main message says what is so.
      return checkWording(content.markdown, { scale: info.scale })
        .filter(({ rule }) => isMain || rule !== 'vague')
        .map((finding) => worded(place, finding))
    }),
  ({ loose, blocks, judgements }) =>
    loose.flatMap(({ name, key, places }) => {
      const block = blocks.find(({ id }) => id === key)
      const judgement = judgements.get(key.split(' ')[0] ?? '')
      const place = block ? textPlace(block.id, block.content) : judgement && judgementPlace(judgement)
      const leads =
        places === 0
          ? 'leads to no section, table, figure or judgement that the report shows.'
          : `may mean ${places} places: give them headings of their own.`
      return place ? [notMet('loose reference', place, `The reference “#${name}” ${leads}`)] : []
    }),
  ({ blocks, bound }) =>
    blocks.flatMap(({ id }) => {
      const table = bound.get(id)
      const place: CheckPlace = { kind: 'block', id, label: 'Claims' }
      if (table?.problem) return [notMet('unbound table', place, table.problem)]
      const isCut = table !== undefined && table.total > table.ids.length
      return isCut ? [toLookAt('cut table', place, boundNote(table, table.ids.length) ?? '')] : []
    }),
]

const textPlace = (id: string, { kind }: BlockContent): CheckPlace => ({
  ...{ kind: 'block', id, label: kind === 'bottom-line' ? 'Bottom line' : 'Text' },
})

const grave: ReadonlySet<WordingRule> = new Set(['likelihood with confidence', 'other scale', 'percent apart'])

function worded(place: CheckPlace, { rule, words, reason }: WordingFinding): CheckFinding {
  const sentence = reason.includes(words) ? reason : `“${words}”: ${reason}`
  const code = rule === 'other scale' ? 'mixed scales' : 'wording'
  return grave.has(rule) ? notMet(code, place, sentence) : toLookAt(code, place, sentence)
}

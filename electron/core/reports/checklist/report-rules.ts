import type { CheckFinding, CheckPlace } from '../../../../shared/checklist.ts'
import type { WordingFinding, WordingRule } from '../../../../shared/wording/finding.ts'
import { checkWording } from '../../../../shared/wording/wording.ts'
import { dayInWords } from '../words.ts'
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
      const place: CheckPlace = { kind: 'block', id, label: isMain ? 'Bottom line' : 'Text' }
      // An argument may weigh what is possible; the main message says what is so.
      return checkWording(content.markdown, { scale: info.scale })
        .filter(({ rule }) => isMain || rule !== 'vague')
        .map((finding) => worded(place, finding))
    }),
]

const grave: ReadonlySet<WordingRule> = new Set(['likelihood with confidence', 'other scale', 'percent apart'])

function worded(place: CheckPlace, { rule, words, reason }: WordingFinding): CheckFinding {
  const sentence = reason.includes(words) ? reason : `“${words}”: ${reason}`
  const code = rule === 'other scale' ? 'mixed scales' : 'wording'
  return grave.has(rule) ? notMet(code, place, sentence) : toLookAt(code, place, sentence)
}

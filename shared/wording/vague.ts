import { likeCase, takeOut, type WordingContext, type WordingFinding, type WordingFix } from './finding.ts'
import { isNounTerm } from './terms.ts'
import { isWithin, sentencesOf, type Range } from './sentences.ts'

/** Words that keep open how likely something is, where a term of the scale would say it. */
export function vagueWords(text: string, context: WordingContext, quotes: readonly Range[]): WordingFinding[] {
  const sentences = sentencesOf(text)
  const startOf = (at: number): number => sentences.find(({ start, end }) => start <= at && at < end)?.start ?? 0
  const found = [...phrases(text, context, startOf), ...modals(text), ...adverbs(text, startOf)]
  return found.filter((finding) => !isWithin(finding, quotes))
}

const finding = (
  { index: start, 0: words }: RegExpMatchArray & { index: number },
  fixes: readonly WordingFix[],
): WordingFinding => ({
  ...{ rule: 'vague', start, end: start + words.length, words, fixes },
  reason: `“${words}” leaves open how likely it is: readers take it for anything from 5 to 95\u00a0%. Say it plainly, and choose a term.`,
})

type Hit = RegExpMatchArray & { readonly index: number }
const hits = (text: string, pattern: RegExp): Hit[] => [...text.matchAll(pattern)]

// Whole phrases

const opening =
  /\b(?:it\s+(?:is|remains|seems)\s+(?:(?:also|still|quite|entirely|very|just|even|certainly)\s+)*(?:possible|conceivable)\s+that|there\s+is\s+(?:always\s+)?(?:an?|some|every|the)\s+(?:(?:good|fair|real|slim|small|strong|high|low|serious|distinct)\s+)?(?:chance|possibility|probability|likelihood)\s+that|(?:we|I|one)\s+(?:cannot|can\s+not|can['’]t|could\s+not|couldn['’]t)\s+(?:rule\s+out|exclude|discount|dismiss)\s+(?:the\s+possibility\s+)?that|it\s+(?:cannot|can\s+not|can['’]t)\s+be\s+(?:ruled\s+out|excluded|discounted|dismissed)\s+that|in\s+all\s+(?:likelihood|probability))\b/gi
const excluding =
  /\b(?:cannot|can\s+not|can['’]t)\s+(?:rule\s+out|exclude|discount|dismiss)(?:\s+the\s+possibility\s+of)?\b/gi
const excluded = /\b(?:cannot|can\s+not|can['’]t)\s+be\s+(?:ruled\s+out|excluded|discounted|dismissed)\b/gi
const predicate =
  /\b(?:is|are|remains?|seems?)\s+(?:(?:also|still|quite|entirely|very|even|certainly)\s+)*(?:possible|conceivable)(?=\s*(?:[.;,!?)]|$|\b(?:and|but|or)\b))/gi

function phrases(text: string, context: WordingContext, startOf: (at: number) => number): WordingFinding[] {
  const openings = hits(text, opening).map((hit) => finding(hit, [out(text, hit, startOf)]))
  const rest = (pattern: RegExp): Hit[] =>
    hits(text, pattern).filter(
      ({ index, 0: words }) => !openings.some(({ start, end }) => start < index + words.length && index < end),
    )
  return [
    ...openings,
    // What others cannot exclude is what they say.
    ...rest(excluding)
      .filter(({ index }) => /\b(?:we|I|one)\s+$/i.test(text.slice(0, index)))
      .map((hit) => finding(hit, [put(hit, 'expect')])),
    ...[...rest(excluded), ...rest(predicate)].map((hit) => finding(hit, happening(hit, context))),
  ]
}

/** “… will happen”, or with the term that is chosen. */
function happening(hit: Hit, { term }: WordingContext): WordingFix[] {
  const said = term && !isNounTerm(term) ? [put(hit, `${/^are\b/i.test(hit[0]) ? 'are' : 'is'} ${term}`)] : []
  return [put(hit, 'will happen'), ...said]
}

const put = (hit: Hit, words: string): WordingFix => ({
  label: `Write “${words}”`,
  edit: { start: hit.index, end: hit.index + hit[0].length, text: likeCase(hit[0], words) },
})

const out = (text: string, hit: Hit, startOf: (at: number) => number): WordingFix => ({
  label: `Take “${hit[0]}” out`,
  edit: takeOut(text, { start: hit.index, end: hit.index + hit[0].length }, startOf(hit.index)),
})

// Possibly, perhaps, maybe

function adverbs(text: string, startOf: (at: number) => number): WordingFinding[] {
  return hits(text, /\b(?:possibly|perhaps|maybe|conceivably)\b/gi)
    .filter(({ index }) => !/(?:\bnot|n['’]t|\bcannot)\s+$/i.test(text.slice(0, index)))
    .map((hit) => {
      const isBeforeNumber = /^\s+(?:as\s+(?:many|much)\s+as\s+)?\d/.test(text.slice(hit.index + hit[0].length))
      return finding(hit, [isBeforeNumber ? put(hit, 'about') : out(text, hit, startOf)])
    })
}

// May, might, could

const adverb = String.raw`(?:also|still|yet|now|even|already|then|therefore|soon|not|\p{L}+ly)`
const verb = new RegExp(String.raw`^((?:\s+${adverb})*)\s+(be|have)\b`, 'iu')

function modals(text: string): WordingFinding[] {
  // A capital begins a month, a name or a question.
  return hits(text, /\b(?:may|might|could)\b(?:\s+well\b)?/g)
    .filter((hit) =>
      isModal(hit[0].slice(0, 5).trim(), text.slice(0, hit.index), text.slice(hit.index + hit[0].length)),
    )
    .map((hit) => finding(hit, modalFixes(text, hit)))
}

function isModal(word: string, before: string, after: string): boolean {
  if (word.startsWith('may')) return !isMonth(before, after)
  if (word.startsWith('might')) return !isStrength(before, after)
  return !isAbility(before, after)
}

const isMonth = (before: string, after: string): boolean =>
  /^\s+\d/.test(after) ||
  (/(?:\b\d{1,2}(?:st|nd|rd|th)?|\b(?:in|since|until|till|by|of|from|early|late|mid|through|before|after|during|between|last|next))[\s-]+$/i.test(
    before,
  ) &&
    /^\s*(?:[.,;:)!?–-]|$|(?:and|or|to|through|when|as)\b)/i.test(after))

/** “The might of the army”: after an article or a possessive always, after an adjective by what follows. */
const isStrength = (before: string, after: string): boolean =>
  /(?:\b(?:the|its|their|his|our|my|your|of|by|with|sheer)|['’]s?)\s+$/i.test(before) ||
  (/\b(?:military|naval|industrial|economic|armed|nuclear|air|political|financial)\s+$/i.test(before) &&
    /^\s*(?:[.,;:!?)]|$|(?:is|was|are|were|has|had|of|and|or|in|on|at|to|against|that|which|as|by|for|from|with|alone)\b)/i.test(
      after,
    ))

/** What somebody was able to do, or not: “could not be reached”, “could be seen”, “as fast as they could”. */
const isAbility = (before: string, after: string): boolean =>
  /^\s+(?:not|no\s+longer|neither|hardly|barely|scarcely|never|only)\b/i.test(after) ||
  /^\s+(?:\p{L}+ly\s+)?(?:be\s+(?:seen|heard|read|reached|found|verified|confirmed|traced|established|identified|counted|measured)|see|hear|verify|confirm|establish|identify|read|tell)\b/iu.test(
    after,
  ) ||
  /\bas\s+\S+\s+as\s+(?:\S+\s+){0,3}$/i.test(before) ||
  /\b(?:so\s+that|in\s+order\s+that|whatever|all|what|who|if)\s+(?:\S+\s+){0,4}$/i.test(before)

function modalFixes(text: string, hit: Hit): WordingFix[] {
  const { index: start, 0: words } = hit
  const end = start + words.length
  const found = verb.exec(text.slice(end))
  if (!found) return [put(hit, 'will')]
  const [whole, adverbsBetween = '', base = ''] = found
  const range = { start, end: end + whole.length }
  const [singular, plural] = base.toLowerCase() === 'be' ? ['is', 'are'] : ['has', 'have']
  const forms = isPlural(text.slice(0, start)) ? [plural, singular] : [singular, plural]
  const replaced = (form: string | undefined): WordingFix => ({
    label: `Write “${form ?? ''}${adverbsBetween}”`,
    edit: { ...range, text: `${form ?? ''}${adverbsBetween}` },
  })
  const future = base.toLowerCase() === 'be' ? [put(hit, 'will')] : []
  return [...forms.map(replaced), ...future]
}

const isPlural = (before: string): boolean => {
  const [, last = ''] = /([\p{L}'’]+)\s*$/u.exec(before) ?? []
  return /^(?:they|we|you|people|police|personnel|both|many|some|others)$/i.test(last) || /[^sui'’]s$/i.test(last)
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likelihoodScales } from '../scales.ts'
import { applyFix, type WordingContext } from './finding.ts'
import { sentencesOf } from './sentences.ts'
import { checkWording } from './wording.ts'

const icd: WordingContext = { scale: 'icd203' }
const phia: WordingContext = { scale: 'phia' }

/** What is found in a text, as "rule: words", and the text after the first fix of the first finding. */
function look(text: string, context = icd): { found: string[]; fixed: string | undefined } {
  const found = checkWording(text, context)
  const [first] = found
  return {
    found: found.map(({ rule, words }) => `${rule}: ${words}`),
    fixed: first?.fixes[0] && applyFix(text, first.fixes[0]),
  }
}

describe('plain English', () => {
  it.each([
    'The treaty was signed in May 2024.',
    'The treaty was signed on 9 May.',
    'May saw the first shipments.',
    'It lasted from April to May, and began again in June.',
    'They trained in may 2024 already.',
    'It was ratified in early may, as planned.',
    'Theresa May spoke first.',
    'The might of the army was shown in Pyongyang.',
    'Russia’s might is not what it was.',
    'Its military might is well known.',
    'The ministry could not be reached.',
    'The figure could not be verified independently.',
    'Soldiers couldn’t leave the base.',
    'The train could be seen from the road.',
    'They marched as fast as they could.',
    'They sent all they could.',
    'They went so that others could rest.',
    'Send them as soon as possible.',
    'Where possible, names are given in Korean.',
    'The bridge made the crossing possible for heavy vehicles.',
    'It is possible to cross by rail.',
    'They cannot possibly see it.',
    'The base lies in a remote area.',
    'The remote control failed.',
    'There was probable cause for the search.',
    'The second route is more likely than the first.',
    'It is most likely the same unit.',
    'They took the likely route.',
    'It is more probable than not.',
    'The second wave is as likely as the first.',
    'How likely that is was not said.',
    'Parliament held a vote of no confidence.',
    'It is a confidence-building measure, and likely to last.',
    'Kim is confident that Russia is likely to help.',
    'The general said: “We may send more, possibly in May.”',
    'He called it “probable” and "highly likely".',
    '«Возможно, may»',
    'In 30 % of the units soldiers are likely to lack boots.',
    'Of the soldiers 80 % had been trained.',
    'Seoul cannot rule out a strike by itself.',
    'A dismay was felt. The mayor left. Mighty rivers. It was maybeline.',
    '북한군이 쿠르스크에 있다.',
    'В Курской области находятся солдаты.',
    '',
  ])('%s', (text) => expect(look(text).found).toEqual([]))
})

describe('vague words', () => {
  it.each([
    ['Russia may send more troops.', 'may', 'Russia will send more troops.'],
    ['Russia might well send more.', 'might well', 'Russia will send more.'],
    ['Russia could send more.', 'could', 'Russia will send more.'],
    ['The brigade may be in Kursk.', 'may', 'The brigade is in Kursk.'],
    ['The soldiers may be in Kursk.', 'may', 'The soldiers are in Kursk.'],
    ['The soldiers might not have left.', 'might', 'The soldiers have not left.'],
    ['The army may already have left.', 'may', 'The army has already left.'],
    ['The military might attack.', 'might', 'The military will attack.'],
    ['They arrived and might leave in May.', 'might', 'They arrived and will leave in May.'],
    ['The troops are possibly in Kursk.', 'possibly', 'The troops are in Kursk.'],
    ['Possibly the troops are in Kursk.', 'Possibly', 'The troops are in Kursk.'],
    ['The troops are, perhaps, in Kursk.', 'perhaps', 'The troops are in Kursk.'],
    ['They are in Kursk, maybe.', 'maybe', 'They are in Kursk.'],
    ['There are perhaps 10,000 of them.', 'perhaps', 'There are about 10,000 of them.'],
    ['It is possible that troops arrived.', 'It is possible that', 'Troops arrived.'],
    ['They left. It is also conceivable that more come.', 'It is also conceivable that', 'They left. More come.'],
    ['We cannot rule out that more come.', 'We cannot rule out that', 'More come.'],
    ['We can’t rule out a second wave.', 'can’t rule out', 'We expect a second wave.'],
    ['A second wave cannot be ruled out.', 'cannot be ruled out', 'A second wave will happen.'],
    ['A second wave is possible.', 'is possible', 'A second wave will happen.'],
    ['There is a good chance that more come.', 'There is a good chance that', 'More come.'],
    ['In all likelihood, more come.', 'In all likelihood', 'More come.'],
  ])('%s', (text, words, fixed) => {
    expect(look(text)).toEqual({ found: [`vague: ${words}`], fixed })
  })

  it('offers both numbers of a verb, and the chosen term for what is possible', () => {
    const [finding] = checkWording('The brigade may be in Kursk.', icd)
    expect(finding?.fixes.map(({ label }) => label)).toEqual(['Write “is”', 'Write “are”', 'Write “will”'])
    const [possible] = checkWording('A second wave cannot be ruled out.', { ...icd, term: 'likely' })
    expect(possible?.fixes.map(({ label }) => label)).toEqual(['Write “will happen”', 'Write “is likely”'])
  })
})

describe('terms of another row or scale', () => {
  it.each([
    ['It is probable that they fight.', icd, 'probable', 'It is likely that they fight.'],
    ['A probable strike, then another.', icd, 'probable', 'A likely strike, then another.'],
    ['An improbable strike.', icd, 'improbable', 'An unlikely strike.'],
    ['They probably fight.', icd, 'probably', 'They likely fight.'],
    ['It is highly probable.', icd, 'highly probable', 'It is very likely.'],
    ['It is improbable.', icd, 'improbable', 'It is unlikely.'],
    ['It is highly improbable.', icd, 'highly improbable', 'It is very unlikely.'],
    ['It is nearly certain.', icd, 'nearly certain', 'It is almost certain.'],
    ['They nearly certainly fight.', icd, 'nearly certainly', 'They almost certainly fight.'],
    ['The odds are roughly even odds.', icd, 'roughly even odds', 'The odds are roughly even chance.'],
    ['The chance of that is remote.', icd, 'remote', 'The chance of that is almost no chance.'],
    ['It is highly likely.', icd, 'highly likely', 'It is very likely.'],
    ['It is highly unlikely.', icd, 'highly unlikely', 'It is very unlikely.'],
    ['There is a realistic possibility.', icd, 'realistic possibility', 'There is a roughly even chance.'],
    ['It is very likely.', phia, 'very likely', 'It is highly likely.'],
    ['It is very unlikely.', phia, 'very unlikely', 'It is highly unlikely.'],
    ['It has almost no chance.', phia, 'almost no chance', 'It has a remote chance.'],
    ['There is a remote chance.', icd, 'remote chance', 'There is almost no chance.'],
    ['Highly likely, they fight.', icd, 'Highly likely', 'Very likely, they fight.'],
  ])('%s', (text, context, words, fixed) => {
    expect(look(text, context)).toEqual({ found: [`other scale: ${words}`], fixed })
  })

  it('leaves the terms of the own scale, of both forms that PHIA prints', () => {
    for (const { term } of likelihoodScales.icd203) expect(look(`That is ${term}.`).found, term).toEqual([])
    for (const { term } of likelihoodScales.phia) expect(look(`That is ${term}.`, phia).found, term).toEqual([])
    expect(look('It is probable, and they probably know.', phia).found).toEqual([])
    expect(look('They almost certainly know.').found).toEqual([])
  })

  it('says which row, or which scale with its range', () => {
    expect(checkWording('It is probable.', icd)[0]?.reason).toContain('the other row of ICD 203')
    expect(checkWording('It is highly likely.', icd)[0]?.reason).toMatch(/PHIA.*\(≈80–≈90\s%\)/)
  })
})

describe('degrees that no scale has', () => {
  it.each([
    ['It is quite likely.', 'quite likely', 'It is likely.'],
    ['It is not likely.', 'not likely', 'It is unlikely.'],
    ['It is not very likely.', 'not very likely', 'It is unlikely.'],
    ['It is not unlikely.', 'not unlikely', 'It is likely.'],
    ['It is rather improbable.', 'rather improbable', 'It is unlikely.'],
  ])('%s', (text, words, fixed) => expect(look(text)).toEqual({ found: [`not a term: ${words}`], fixed }))
})

describe('a likelihood and a confidence in one sentence', () => {
  it.each([
    [
      'We judge with high confidence that a second wave is likely.',
      'with high confidence',
      'We judge that a second wave is likely.',
      'high',
    ],
    [
      'It is likely, with moderate confidence, that they fight.',
      'with moderate confidence',
      'It is likely that they fight.',
      'moderate',
    ],
    ['They are unlikely to leave, with low confidence.', 'with low confidence', 'They are unlikely to leave.', 'low'],
    [
      'We have high confidence that they are likely to fight.',
      'We have high confidence that',
      'They are likely to fight.',
      'high',
    ],
    ['We are highly confident that it is unlikely.', 'We are highly confident that', 'It is unlikely.', 'high'],
    [
      'It is very likely and our confidence is medium.',
      'and our confidence is medium',
      'It is very likely.',
      'moderate',
    ],
    ['A second wave is likely (moderate confidence).', '(moderate confidence)', 'A second wave is likely.', 'moderate'],
    ['With high confidence, it is unlikely.', 'With high confidence', 'It is unlikely.', 'high'],
    [
      'With low confidence there is an 85 % chance of it.',
      'With low confidence',
      'There is an 85 % chance of it.',
      'low',
    ],
  ])('%s', (text, words, fixed, confidence) => {
    expect(look(text)).toEqual({ found: [`likelihood with confidence: ${words}`], fixed })
    expect(checkWording(text, icd)[0]?.fixes[0]?.confidence).toBe(confidence)
  })

  it.each([
    'A second wave is likely. Our confidence is moderate.',
    'We have moderate confidence in this judgement.',
    'Dr. Kim has moderate confidence. It is likely.',
  ])('not: %s', (text) => expect(look(text).found).toEqual([]))

  it('finds it however long the sentence is, also with foreign terms', () => {
    expect(look('It is probable, as three governments say, and we are confident of it.').found).toEqual([
      'other scale: probable',
      'likelihood with confidence: we are confident',
    ])
  })
})

describe('a term beside a figure', () => {
  it.each([
    ['It is likely (85 %).', icd, 'likely', 'It is very likely (85 %).'],
    ['It is likely, at 30 per cent.', icd, 'likely', 'It is unlikely, at 30 per cent.'],
    ['It is 85% likely.', icd, 'likely', 'It is 85% very likely.'],
    ['It is likely (80 %).', icd, 'likely', 'It is very likely (80 %).'],
    ['It is unlikely (55–80 %).', icd, 'unlikely', 'It is likely (55–80 %).'],
    ['It is likely (37 %).', phia, 'likely', 'It is unlikely (37 %).'],
  ])('%s', (text, context, words, fixed) => {
    expect(look(text, context)).toEqual({ found: [`percent apart: ${words}`], fixed })
  })

  it.each([
    ['It is likely (60 %).', icd],
    ['It is likely (55–80 %).', icd],
    ['It is very likely (about 80 %).', icd],
    ['It is likely (75 %).', phia],
    ['It is likely that 30 % of them fight.', icd],
  ])('not: %s', (text, context) => expect(look(text, context).found).toEqual([]))

  it('asks which neighbour of a gap is meant', () => {
    const [finding] = checkWording('It is likely (37 %).', phia)
    expect(finding?.fixes.map(({ label }) => label)).toEqual(['Write “unlikely”', 'Write “realistic possibility”'])
    expect(finding?.reason).toMatch(/37\s% has no term/)
  })

  it('holds a figure against what is chosen', () => {
    const chosen = { ...icd, term: 'likely', percent: 60 }
    expect(look('There is an 85 % chance of it.', chosen).found).toEqual(['percent apart: 85 % chance'])
    expect(checkWording('There is an 85 % chance of it.', chosen)[0]?.fixes).toMatchObject([
      { likelihood: 'very likely' },
    ])
    expect(look('There is a 70 % chance of it.', chosen).found).toEqual([])
  })
})

describe('the likelihood that is chosen', () => {
  it('is held against the words of the statement', () => {
    expect(look('They are likely to fight.', { ...icd, term: 'likely' }).found).toEqual([])
    expect(look('They are likely to fight.', { ...icd, term: 'unlikely' })).toEqual({
      found: ['other likelihood: likely'],
      fixed: 'They are unlikely to fight.',
    })
    expect(checkWording('They are likely to fight.', { ...icd, term: null })[0]?.fixes).toMatchObject([
      { label: 'Choose “likely”', edit: null, likelihood: 'likely' },
    ])
    expect(checkWording('They are likely to fight.', { ...icd, term: 'roughly even chance' })[0]?.fixes).toMatchObject([
      { label: 'Choose “likely”' },
    ])
    expect(look('They are likely to fight.').found).toEqual([])
  })
})

describe('every finding', () => {
  const pieces = [
    ...[
      'Russia',
      'may',
      'might be',
      'could have',
      'possibly',
      'It is possible that',
      'very likely',
      'probable',
      '(85 %)',
    ],
    ...[
      'with high confidence',
      'quite likely',
      'remote',
      'cannot be ruled out',
      'the troops',
      'in',
      'May',
      '2024',
      'a 30 % chance',
    ],
    ...['.', ',', '“', '”', 'almost certainly', 'realistic possibility', '\n\n', 'солдаты', '병력'],
  ]
  it('has its words at its place, a reason and a fix that changes something, and none overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(' ')),
        fc.constantFrom<WordingContext>(icd, phia, { ...icd, term: null }, { ...phia, term: 'likely', percent: 60 }),
        (text, context) => {
          const found = checkWording(text, context)
          let last = 0
          for (const { start, end, words, reason, fixes } of found) {
            expect(text.slice(start, end)).toBe(words)
            expect(start).toBeGreaterThanOrEqual(last)
            expect(reason).not.toBe('')
            expect(fixes.length).toBeGreaterThan(0)
            for (const fix of fixes)
              expect(applyFix(text, fix) !== text || fix.likelihood !== undefined, fix.label).toBe(true)
            last = end
          }
        },
      ),
      { seed: 3, numRuns: 500 },
    )
  })

  it('can be fixed away: taking the first fix again and again ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (parts) => {
        let text = parts.join(' ')
        for (let steps = 0; steps < 40; steps++) {
          const [fix] = checkWording(text, icd)[0]?.fixes ?? []
          if (!fix) return
          text = applyFix(text, fix)
        }
        expect.fail(`still not well worded: ${text}`)
      }),
      { seed: 5, numRuns: 300 },
    )
  })
})

it('parts sentences at their ends only', () => {
  const text = 'Dr. Kim said 3.5 %. Is it so? “Yes.” It is.\n\nNext'
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Dr. Kim said 3.5 %.',
    'Is it so?',
    '“Yes.”',
    'It is.',
    'Next',
  ])
})

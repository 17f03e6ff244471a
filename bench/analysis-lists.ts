import { writeFileSync } from 'node:fs'
import { random, words } from './claims-list.ts'

// Lists to measure the analysis with: a fifth of the claims give a figure, and there are half as many relations as claims.

/** How many figures are of one subject, and may so be compared. */
const figuresOfSubject = 500
const categories = ['present', 'sent', 'killed', 'wounded', 'captured', 'trained']
const places = ['Kursk region', 'Russia', 'Sudzha', 'Belgorod region', 'Vladivostok', 'Moscow', 'Pyongyang', 'Wonsan']
/** As a monitoring desk meets them: most of what is related repeats or cites something. */
const types = ['repeats', 'repeats', 'repeats', 'cites', 'cites', 'supports', 'contradicts', 'denies']

/** Writes `count` claims, and half as many relations between them, each from a claim to an earlier one. */
export function writeAnalysisLists(
  paths: { readonly claims: string; readonly relations: string },
  count: number,
): void {
  const next = random(count)
  const upTo = (most: number): number => Math.floor(next() * most)
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T
  const claims = ['ref,statement,claimant,outlet,document,said,place,measure,measure_subject,measure_category']
  for (let at = 1; at <= count; at += 1) {
    const language = words[upTo(10) < 7 ? 0 : 1 + upTo(3)] ?? []
    const statement = Array.from({ length: 14 + upTo(12) }, () => pick(language)).join(' ')
    const report = upTo(Math.max(10, Math.floor(count / 5)))
    const figure =
      at % 5 === 0
        ? [
            pick(['', 'about ', 'at least ']) + String((80 + upTo(40)) * 100),
            `unit ${subject(upTo, count)}`,
            pick(categories),
          ]
        : ['', '', '']
    const cells = [
      `R${at}`,
      `${upTo(count)} ${statement}`,
      `Official ${upTo(500)}`,
      `Outlet ${report % 200}`,
      `Report ${report}`,
    ]
    claims.push([...cells, `2024-${two(1 + upTo(12))}-${two(1 + upTo(28))}`, pick(places), ...figure].join(','))
  }
  // One pair of claims has one relation of a type at most.
  const relations = new Set<string>()
  while (relations.size < count / 2) {
    const from = 2 + upTo(count - 1)
    relations.add(`R${from},R${1 + upTo(from - 1)},${pick(types)},confirmed`)
  }
  writeFileSync(paths.claims, `${claims.join('\n')}\n`)
  writeFileSync(paths.relations, `from,to,type,state\n${[...relations].join('\n')}\n`)
}

const subject = (upTo: (most: number) => number, count: number): number =>
  upTo(Math.max(1, Math.ceil(count / 5 / figuresOfSubject)))

const two = (value: number): string => String(value).padStart(2, '0')

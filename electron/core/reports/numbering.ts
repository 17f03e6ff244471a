import type { Section } from './model.ts'

/** What a text of the report can refer to by its name, whatever its place becomes. */
export interface ReportPlace {
  /** What is written between `[[#` and `]]`: "Gaps", "Table: Claims", "Figure: Numbers", "Judgement: They fought". */
  readonly name: string
  /** How it reads: "Table 2", "section “Gaps”". */
  readonly words: string
  readonly anchor: string
}

/** Numbers tables and pictures through the whole report and letters its appendices; answers what can be referred to beside. */
export function numberSections(sections: readonly Section[]): {
  readonly sections: Section[]
  readonly places: ReportPlace[]
} {
  const counts = { Table: 0, Figure: 0, Appendix: 0 }
  const next = (what: keyof typeof counts): number => (counts[what] += 1)
  const places: ReportPlace[] = []
  const numbered = sections.map((section, at): Section => {
    const { anchor } = section
    const own = section.title
    const isLettered = section.isAppendix === true && (own !== null || sections[at - 1]?.isAppendix !== true)
    const letter = isLettered ? `Appendix ${letters(next('Appendix'))}` : null
    const title = letter === null ? own : own === null ? letter : `${letter}: ${own}`
    const name = own ?? title
    if (name !== null) places.push({ name, words: letter ?? `section “${name}”`, anchor })
    const what = labelled(section)
    const label = what && `${what} ${next(what)}`
    if (what && label) places.push({ name: `${what}: ${own ?? ''}`, words: label, anchor })
    if (section.kind === 'key-judgements')
      for (const { statement, number, anchor: place } of section.judgements) {
        const called = `Judgement: ${statement}`
        // One that stands in several blocks is known by its first place, as everywhere.
        if (places.some((known) => known.name === called)) continue
        places.push({ name: called, words: `judgement ${number}`, anchor: place })
      }
    return { ...section, title, ...(label && { label }), isAppendix: isLettered } as Section
  })
  return { sections: numbered, places }
}

/** What a section holds that is numbered. */
function labelled(section: Section): 'Table' | 'Figure' | null {
  if (section.kind === 'figure') return 'Figure'
  if (section.kind === 'claims') return section.claims.length > 0 ? 'Table' : null
  return section.kind === 'events' || section.kind === 'sources' ? 'Table' : null
}

/** 1 is A, 26 is Z, 27 is AA. */
const letters = (number: number): string =>
  (number > 26 ? letters(Math.floor((number - 1) / 26)) : '') + String.fromCodePoint(65 + ((number - 1) % 26))

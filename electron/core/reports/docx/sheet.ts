import type { ReportModel } from '../model.ts'

/** What drawing a document keeps in mind. */
export interface Sheet {
  /** Places that links can lead to; Word complains of none, but a link to nowhere is none. */
  readonly anchors: ReadonlySet<string>
  /** Notes that were referred to: a footnote is referred to once, and its number shown from then on. */
  readonly referred: Set<number>
  /** A number for a list that starts counting anew. */
  readonly nextList: () => number
}

export function makeSheet(model: ReportModel): Sheet {
  let lists = 0
  return {
    anchors: new Set(model.sections.flatMap(anchorsIn)),
    referred: new Set(),
    nextList: () => {
      lists += 1
      return lists
    },
  }
}

function anchorsIn(section: ReportModel['sections'][number]): string[] {
  const own = section.title === null ? [] : [section.anchor]
  if (section.kind === 'key-judgements') return [...own, ...section.judgements.map(({ anchor }) => anchor)]
  const rows = section.kind === 'claims' ? section.claims : section.kind === 'events' ? section.events : []
  return [...own, ...rows.flatMap(({ anchor }) => anchor ?? [])]
}

/** Where blocks stand: in what style, how far set in, and in what width (twips). */
export interface Place {
  readonly sheet: Sheet
  readonly style: string
  readonly indent: number
  readonly width: number
  /** Whether headings belong to the outline of the report; else they are bold lines. */
  readonly hasOutline: boolean
  /** A footnote holds paragraphs only. */
  readonly hasTables: boolean
}

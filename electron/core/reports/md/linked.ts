import type { Root } from 'mdast'
import { visit } from '../markdown.ts'
import type { Citation, Note, ReportModel, Section } from '../model.ts'

/** The places that something in the report leads to. */
export function linkedAnchors({ sections, notes }: ReportModel): ReadonlySet<string> {
  const cited = (citations: readonly Citation[]): string[] => citations.flatMap(({ anchor }) => anchor ?? [])
  const bodies = [...sections, ...notes].flatMap(bodiesOf)
  return new Set([
    ...bodies.flatMap(internalLinks),
    ...sections.flatMap((section) => {
      if (section.kind === 'key-judgements')
        return section.judgements.flatMap(({ supporting, contrary }) => cited([...supporting, ...contrary]))
      if (section.kind === 'gaps' || section.kind === 'changes')
        return section.lines.flatMap(({ claims }) => cited(claims.flat()))
      if (section.kind === 'alternatives') return [...section.given, ...section.without].map(({ anchor }) => anchor)
      return section.kind === 'sources' ? section.sources.flatMap(({ claims }) => cited(claims)) : []
    }),
  ])
}

function bodiesOf(part: Section | Note): Root[] {
  if ('body' in part) return part.body === null ? [] : [part.body]
  if (part.kind === 'alternatives') return part.given.map(({ body }) => body)
  if (part.kind !== 'key-judgements') return []
  return part.judgements
    .flatMap(({ confidenceReasons, assumptions, alternatives, indicators }) => [
      confidenceReasons,
      assumptions,
      alternatives,
      indicators,
    ])
    .filter((body) => body !== null)
}

function internalLinks(body: Root): string[] {
  const found: string[] = []
  visit(body, (node) => {
    if (node.type === 'link' && node.url.startsWith('#')) found.push(node.url.slice(1))
  })
  return found
}

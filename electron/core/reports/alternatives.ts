import type { Draft } from './draft.ts'
import { isEmpty, levelHeadings } from './markdown.ts'
import type { Alternatives } from './model.ts'
import { resolveMarkdown } from './resolve-links.ts'

/** What was weighed beside each judgement of the report, and which judgements have nothing beside them. */
export function alternativesOf(draft: Draft): Alternatives {
  const given: Alternatives['given'][number][] = []
  const without: Alternatives['without'][number][] = []
  for (const { judgement, number } of draft.judgements()) {
    const reference = { anchor: `judgement-${number}`, number }
    // The key is that of the judgement's own row: a note to the text has one number in both places.
    const body = resolveMarkdown(draft, judgement.alternatives ?? '', `${judgement.id} alternatives`)
    if (isEmpty(body)) without.push(reference)
    else given.push({ ...reference, statement: judgement.statement, body: levelHeadings(body, 3) })
  }
  return { given, without }
}

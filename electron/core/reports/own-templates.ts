import { reportTemplates, templateNames } from '../../../shared/report-templates.ts'
import { BlockContent } from '../../../shared/report.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { OwnTemplate, type TemplateFile } from '../../../shared/template-methods.ts'
import { foldText } from '../../../shared/text.ts'
import type { KeptView } from '../../../shared/views.ts'
import { all, run, sql, type ReadDb, type WriteDb } from '../../store/db.ts'
import { viewList } from '../views/views.ts'

// Templates lie beside how things are shown (`view_state`): they hold no record, so they are no part of the change log.

const keyOf = (name: string): string => `template:${foldText(name)}`

/** The templates that were made in this case, by name. What a newer version kept and this one cannot read is left out. */
export const ownTemplates = (db: ReadDb): OwnTemplate[] =>
  all<{ value: string }>(db, sql`SELECT value FROM view_state WHERE key GLOB 'template:*'`)
    .flatMap(({ value }) => OwnTemplate.safeParse(jsonOf(value)).data ?? [])
    .toSorted((one, other) => one.name.localeCompare(other.name))

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The template of this name. Throws an ExpectedError, which says which there are, when there is none. */
export function ownTemplate(db: ReadDb, name: string): OwnTemplate {
  const own = ownTemplates(db)
  const found = own.find((template) => foldText(template.name) === foldText(name))
  if (found) return found
  const names = [...templateNames, ...own.map((template) => template.name)].join(', ')
  throw new ExpectedError('not-found', `There is no template “${name}”. There are: ${names}.`)
}

/** Keeps a template under its name, without the records of its blocks; one of that name gives way. */
export function saveTemplate(db: WriteDb, { name, blocks }: OwnTemplate): void {
  const taken = templateNames.flatMap((builtIn) => [builtIn, foldText(reportTemplates[builtIn].title)])
  if (taken.includes(foldText(name)))
    throw new ExpectedError('invalid-input', `“${name}” is a template of Parallax itself. Choose another name.`)
  const value = JSON.stringify({ name, blocks: blocks.map(withoutRecords) })
  run(
    db,
    sql`INSERT INTO view_state (key, value) VALUES (${keyOf(name)}, ${value})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
}

export function removeTemplate(db: WriteDb, name: string): void {
  run(db, sql`DELETE FROM view_state WHERE key = ${keyOf(ownTemplate(db, name).name)}`)
}

/** A template as a file. A saved view belongs to its case: in its place goes what it shows, as a filter. */
export function templateFile(db: ReadDb, called: string): TemplateFile {
  const { name, blocks } = ownTemplate(db, called)
  const views = viewList(db)
  const template = { name, blocks: blocks.map((content) => withoutSavedView(views, content)) }
  return { format: 'parallax-template', version: 1, template }
}

function withoutSavedView(views: readonly KeptView[], content: BlockContent): BlockContent {
  if (content.kind !== 'claims' || !content.from || !('savedView' in content.from)) return content
  const { savedView } = content.from
  const view = views.find(({ id }) => id === savedView)
  if (!view) return content
  const { filter, search, sort } = view
  return { ...content, from: { view: { filter, search, sort: sort ?? [], trashed: false } } }
}

/** A block as it is before somebody chose records for it; a filter stays, since it names none. */
function withoutRecords(content: BlockContent): BlockContent {
  if (content.kind === 'figure') {
    const { claims, events, ...request } = content.request
    return {
      ...content,
      request: {
        ...request,
        ...(claims && 'view' in claims ? { claims } : {}),
        ...(events && 'view' in events ? { events } : {}),
      },
    }
  }
  return BlockContent.parse(
    Object.fromEntries(Object.entries(content).map(([name, value]) => [name, name.endsWith('Ids') ? [] : value])),
  )
}

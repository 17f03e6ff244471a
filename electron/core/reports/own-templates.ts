import { reportTemplates, templateNames } from '../../../shared/report-templates.ts'
import { BlockContent } from '../../../shared/report.ts'
import { ExpectedError } from '../../../shared/result.ts'
import { OwnTemplate } from '../../../shared/template-methods.ts'
import { foldText } from '../../../shared/text.ts'
import { all, run, sql, type ReadDb, type WriteDb } from '../../store/db.ts'

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

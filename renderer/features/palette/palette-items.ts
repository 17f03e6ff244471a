import type { RecordLink } from '../../../shared/ids.ts'
import { searchWords } from '../../../shared/search.ts'
import { foldText } from '../../../shared/text.ts'
import type { Command } from '../../app/commands.ts'
import type { Chosen } from './palette-state.ts'

/** A line of the palette: a command or a record. */
export interface PaletteItem {
  readonly key: string
  readonly chosen: Chosen
  /** "Go to", "claim": what kind of thing it is. */
  readonly kind: string
  readonly label: string
  readonly detail: string
  readonly shortcut?: string | undefined
}

export interface PaletteSection {
  readonly title: string
  readonly items: readonly PaletteItem[]
}

export const commandItem = ({ id, group, label, shortcut }: Command): PaletteItem => ({
  key: `command ${id}`,
  chosen: { kind: 'command', id },
  kind: group,
  label,
  detail: '',
  shortcut,
})

export const recordItem = (link: RecordLink): PaletteItem => ({
  key: `${link.kind} ${link.id}`,
  chosen: { kind: 'record', link },
  kind: link.kind,
  label: link.label,
  detail: link.detail === link.label ? '' : link.detail,
})

/** The commands whose words hold all of the query's: those whose words begin with them first. */
export function matchingCommands(commands: readonly Command[], query: string): readonly Command[] {
  const terms = searchWords(query)
  const ranked = commands.flatMap((command) => {
    const words = foldText(`${command.label} ${command.group}`)
    return terms.every((term) => words.includes(term)) ? [{ command, rank: rankOf(command.label, terms) }] : []
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ command }) => command)
}

/** 0: the label begins with the query; 1: words of it do; 2: it holds it somewhere. */
function rankOf(label: string, terms: readonly string[]): number {
  const folded = foldText(label)
  if (folded.startsWith(terms.join(' '))) return 0
  const words = folded.split(/\s+/)
  return terms.every((term) => words.some((word) => word.startsWith(term))) ? 1 : 2
}

interface Sources {
  readonly query: string
  readonly commands: readonly Command[]
  readonly records: readonly RecordLink[]
  readonly recent: readonly Chosen[]
}

/** What the palette lists. Without a query: what was chosen last, every command, and the records changed last. */
export function sectionsFor({ query, commands, records, recent }: Sources): readonly PaletteSection[] {
  const isEmpty = query.trim() === ''
  const last = isEmpty ? recent.flatMap((chosen) => itemOf(chosen, commands)) : []
  const shown = new Set(last.map(({ key }) => key))
  const rest = (items: readonly PaletteItem[]): PaletteItem[] => items.filter(({ key }) => !shown.has(key))
  const found = matchingCommands(commands, query)
  return [
    { title: 'Recent', items: last },
    { title: 'Commands', items: rest(found.map(commandItem)) },
    { title: isEmpty ? 'Changed last' : 'Records', items: rest(records.map(recordItem)) },
  ].filter(({ items }) => items.length > 0)
}

function itemOf(chosen: Chosen, commands: readonly Command[]): PaletteItem[] {
  if (chosen.kind === 'record') return [recordItem(chosen.link)]
  const command = commands.find(({ id }) => id === chosen.id)
  return command ? [commandItem(command)] : []
}

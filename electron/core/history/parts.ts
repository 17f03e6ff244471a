import { claimColumnTitles } from '../../../shared/claims-table.ts'
import { viewInWords } from '../../../shared/filter-words.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { assertNever } from '../../../shared/result.ts'
import { standardTitle } from '../../../shared/checklist.ts'
import { relationCalled } from '../claims/relations.ts'
import type { ReadDb } from '../../store/db.ts'
import type { EntityName } from '../records/entities.ts'
import type { Fields } from '../records/fields.ts'

/** A part of a record as a person reads it: what it is, and what it says. */
export interface ToldPart {
  readonly field: string
  readonly text: string
}

/** What telling a part needs: the case, and the names of records. */
export interface Names {
  readonly db: ReadDb
  readonly nameOf: (entity: EntityName, id: string) => string
}

type Tell = (fields: Fields, names: Names) => ToldPart

/** Parts that are told in one line, as their fields say little by themselves. */
export const wholeParts: Readonly<Partial<Record<EntityName, Tell>>> = {
  rating: ({ axis, value, reason }) => ({ field: String(axis), text: `${value ?? 'unset'}${because(reason)}` }),
  relation: (fields, { db }) => ({ field: 'relation', text: relationCalled(db, fields) + because(fields['basis']) }),
  participant: ({ actor, role }, { nameOf }) => ({
    field: 'participant',
    text: `${nameOf('actor', String(actor))}${role === null ? '' : ` (${String(role)})`}`,
  }),
  note_pin: (fields, { nameOf }) => ({ field: 'pinned to', text: pinnedTo(fields, nameOf) }),
  judgement_claim: ({ claim, side, weight, frozen }, { nameOf }) => ({
    field: 'evidence',
    text: `${nameOf('claim', String(claim))} ${side === 'supports' ? 'supports it' : 'speaks against it'}${weight ? `, ${String(weight)} weight` : ''}${gradeIn(frozen)}`,
  }),
  judgement_review: ({ reason }) => ({ field: 'reviewed', text: `stands${because(reason)}` }),
  report_check: ({ standard, note }) => ({
    field: 'checklist',
    text: `${standardTitle(String(standard))}: judged${because(note)}`,
  }),
  report_block: ({ content }, names) => tellBlock(content as BlockContent, names),
  report_export: ({ file_name, tlp }) => ({ field: 'export', text: `${String(file_name)}, TLP:${String(tlp)}` }),
}

/** Whether a part is told in one line. */
export const isWhole = (entity: EntityName): boolean => wholeParts[entity] !== undefined

const because = (reason: unknown): string => (typeof reason === 'string' ? ` – ${reason}` : '')

function pinnedTo(fields: Fields, nameOf: Names['nameOf']): string {
  const kinds = ['claim', 'event', 'actor', 'outlet', 'document'] as const
  const kind = kinds.find((kind) => typeof fields[kind] === 'string')
  return kind ? nameOf(kind, String(fields[kind])) : 'a record that is no more'
}

/** ", graded B2 then": what the evidence was worth when it was taken. */
function gradeIn(frozen: unknown): string {
  const { reliability, credibility } = (frozen ?? {}) as { reliability?: string | null; credibility?: string | null }
  if (!reliability && !credibility) return ''
  return `, graded ${reliability ?? '–'}${credibility ?? '–'} then`
}

function tellBlock(content: BlockContent, { nameOf }: Names): ToldPart {
  const list = (kind: 'claim' | 'event' | 'judgement', ids: readonly string[]): string =>
    ids.length === 0 ? 'empty' : ids.map((id) => nameOf(kind, id)).join(kind === 'judgement' ? '\n' : ', ')
  switch (content.kind) {
    case 'heading':
      return { field: 'heading', text: content.text || 'empty' }
    case 'text':
      return { field: 'text', text: content.markdown || 'empty' }
    case 'bottom-line':
      return { field: 'bottom line', text: content.markdown || 'empty' }
    case 'key-judgements':
      return { field: 'key judgements', text: list('judgement', content.judgementIds) }
    case 'claims':
      return { field: 'claims table', text: tellClaims(content, list) }
    case 'events':
      return { field: 'events table', text: list('event', content.eventIds) }
    case 'figure':
      return { field: 'picture', text: content.request.figure }
    case 'sources':
      return { field: 'source list', text: 'made from the data' }
    case 'source-summary':
      return { field: 'source summary', text: content.markdown || 'made from the data' }
    case 'gaps':
    case 'alternatives':
    case 'changes':
    case 'glossary':
      return { field: content.kind, text: 'made from the data' }
    case 'appendix':
      return { field: 'appendices', text: 'begin here' }
    default:
      return assertNever(content)
  }
}

type ClaimsContent = Extract<BlockContent, { kind: 'claims' }>

/** What a claims table shows, and its columns where they were chosen. */
function tellClaims(
  { claimIds, from, columns }: ClaimsContent,
  list: (kind: 'claim', ids: string[]) => string,
): string {
  const chosen = columns ? `; columns: ${columns.map((column) => claimColumnTitles[column]).join(', ')}` : ''
  if (from === undefined) return list('claim', claimIds) + chosen
  return ('view' in from ? viewInWords(from.view, 'claims') : `the saved view “${from.name}”`) + chosen
}

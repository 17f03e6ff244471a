import { useState } from 'react'
import type { ImportField, ImportKind } from '../../../shared/import-lists.ts'
import type { FileOptions, ImportPlan, Inspection, Matching, OnDuplicate } from '../../../shared/import.ts'
import type { ColumnUse, Mapping } from '../../../shared/mapping.ts'
import { mappingBy, type Profile } from '../../../shared/profile.ts'

/** What was chosen for each kind of list: to look at another one loses nothing. */
type Mappings = Readonly<Record<ImportKind, Mapping>>

export interface PlanChoices {
  readonly kind: ImportKind
  readonly mapping: Mapping
  readonly matching: Matching
  readonly keepFile: boolean
  /** Where the mapping comes from; null: guessed by names and contents. */
  readonly mappedBy: string | null
  /** Whether a person changed it since. */
  readonly isChanged: boolean
  readonly setKind: (kind: ImportKind) => void
  readonly setColumn: (column: number, use: ColumnUse) => void
  /** `text` null: nothing holds for every row any more. */
  readonly setConstant: (field: ImportField, text: string | null) => void
  readonly setJoin: (field: ImportField, text: string) => void
  readonly setMatching: (matching: Matching) => void
  readonly decide: (line: number, decision: OnDuplicate) => void
  readonly setKeepFile: (keep: boolean) => void
  readonly apply: (profile: Profile) => void
  /** Back to what was found when the file was opened. */
  readonly reset: () => void
  /** Everything an import goes by. */
  readonly plan: (options: FileOptions) => ImportPlan
}

interface State {
  readonly kind: ImportKind
  readonly mappings: Mappings
  readonly matching: Matching
  readonly mappedBy: string | null
  readonly isChanged: boolean
}

const firstState = ({ kind, mappings, matching, mappedBy }: Inspection): State => ({
  kind,
  mappings: mappings as Mappings,
  matching,
  mappedBy,
  isChanged: false,
})

/** The choices of the import dialog, from what was found in the file to what a person makes of it. */
export function useImportPlan(file: Inspection): PlanChoices {
  const [state, setState] = useState(() => firstState(file))
  const [keepFile, setKeepFile] = useState(false)
  const header = file.header.join('\n')
  const [mappedHeader, setMappedHeader] = useState(header)
  if (header !== mappedHeader) {
    // Read otherwise, the columns are others.
    setMappedHeader(header)
    setState(firstState(file))
  }
  const { kind, mappings, matching, mappedBy, isChanged } = state
  const mapping = mappings[kind]
  const setMapping = (change: (mapping: Mapping) => Partial<Mapping>): void =>
    setState((before) => {
      const now = before.mappings[before.kind]
      const mappings = { ...before.mappings, [before.kind]: { ...now, ...change(now) } }
      return { ...before, mappings, isChanged: true }
    })
  const setMatching = (change: (matching: Matching) => Matching): void =>
    setState((before) => ({ ...before, matching: change(before.matching) }))
  return {
    kind,
    mapping,
    matching,
    keepFile,
    mappedBy,
    isChanged,
    // A key is of a kind's own fields, and a line of it another record.
    setKind: (next) =>
      setState((before) => ({
        ...before,
        kind: next,
        matching: before.matching.onDuplicate ? { onDuplicate: before.matching.onDuplicate } : {},
      })),
    setColumn: (column, use) => setMapping(({ columns }) => ({ columns: columns.with(column, use) })),
    setConstant: (field, text) =>
      setMapping(({ constants }) => ({
        constants: text === null ? without(constants, field) : { ...constants, [field]: text },
      })),
    setJoin: (field, text) => setMapping(({ joins }) => ({ joins: { ...joins, [field]: text } })),
    setMatching: (next) => setMatching(() => next),
    decide: (line, decision) =>
      setMatching(({ decisions, ...rest }) => ({ ...rest, decisions: { ...decisions, [String(line)]: decision } })),
    setKeepFile,
    apply: (profile) =>
      setState((before) => ({
        kind: profile.kind,
        mappings: { ...before.mappings, [profile.kind]: mappingBy(profile, file.header) },
        matching: profile.matching,
        mappedBy: `the profile “${profile.name}”`,
        isChanged: false,
      })),
    reset: () => setState(firstState(file)),
    plan: (options) => ({ kind, mapping: filled(mapping), matching, options, ...(keepFile && { keepFile }) }),
  }
}

/** A value for every row that was not written yet is none. */
const filled = (mapping: Mapping): Mapping => {
  const given = Object.entries(mapping.constants).filter(([, text]) => text.trim() !== '')
  return { ...mapping, constants: Object.fromEntries(given) }
}

function without<K extends string>(
  record: Readonly<Partial<Record<K, string>>>,
  key: K,
): Readonly<Partial<Record<K, string>>> {
  const { [key]: _, ...rest } = record
  return rest as Partial<Record<K, string>>
}

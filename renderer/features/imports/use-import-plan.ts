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
  /** Where the mapping comes from; null: guessed, and perhaps changed by hand. */
  readonly mappedBy: string | null
  readonly setKind: (kind: ImportKind) => void
  readonly setColumn: (column: number, use: ColumnUse) => void
  /** `text` null: nothing holds for every row any more. */
  readonly setConstant: (field: ImportField, text: string | null) => void
  readonly setJoin: (field: ImportField, text: string) => void
  readonly setMatching: (matching: Matching) => void
  readonly decide: (line: number, decision: OnDuplicate | null) => void
  readonly setKeepFile: (keep: boolean) => void
  readonly apply: (profile: Profile) => void
  /** Everything an import goes by. */
  readonly plan: (options: FileOptions) => ImportPlan
}

interface State {
  readonly kind: ImportKind
  readonly mappings: Mappings
  readonly matching: Matching
  readonly mappedBy: string | null
}

const firstState = ({ kind, mappings, matching, mappedBy }: Inspection): State => ({
  kind,
  mappings: mappings as Mappings,
  matching,
  mappedBy,
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
  const { kind, mappings, matching, mappedBy } = state
  const mapping = mappings[kind]
  const patch = (change: Partial<State>): void => setState((before) => ({ ...before, ...change }))
  const setMapping = (change: Partial<Mapping>): void =>
    patch({ mappings: { ...mappings, [kind]: { ...mapping, ...change } }, mappedBy: null })
  const without = <K extends string>(
    record: Readonly<Partial<Record<K, string>>>,
    key: K,
  ): Partial<Record<K, string>> => {
    const { [key]: _, ...rest } = record
    return rest as Partial<Record<K, string>>
  }
  return {
    kind,
    mapping,
    matching,
    keepFile,
    mappedBy,
    // A key is of a kind's own fields.
    setKind: (next) =>
      patch({ kind: next, matching: matching.onDuplicate ? { onDuplicate: matching.onDuplicate } : {} }),
    setColumn: (column, use) => setMapping({ columns: mapping.columns.with(column, use) }),
    setConstant: (field, text) =>
      setMapping({
        constants: text === null ? without(mapping.constants, field) : { ...mapping.constants, [field]: text },
      }),
    setJoin: (field, text) => setMapping({ joins: { ...mapping.joins, [field]: text } }),
    setMatching: (next) => patch({ matching: next }),
    decide: (line, decision) => {
      const { decisions = {}, ...rest } = matching
      const { [String(line)]: _, ...others } = decisions
      patch({ matching: { ...rest, decisions: decision === null ? others : { ...others, [String(line)]: decision } } })
    },
    setKeepFile,
    apply: (profile) =>
      patch({
        kind: profile.kind,
        mappings: { ...mappings, [profile.kind]: mappingBy(profile, file.header) },
        matching: profile.matching,
        mappedBy: `the profile “${profile.name}”`,
      }),
    plan: (options) => ({ kind, mapping, matching, options, ...(keepFile && { keepFile }) }),
  }
}

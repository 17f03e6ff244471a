import { useState, type ReactElement } from 'react'
import type { SavedView } from '../../../shared/views.ts'
import { useCall } from '../../data/queries.ts'
import { Checkbox } from '../../ui/inputs.tsx'
import { conditionInWords } from '../../../shared/filter-words.ts'
import { mountedGrid } from '../grid/GridController.ts'
import { NameDialog } from '../../ui/NameDialog.tsx'
import type { Entity } from '../records/entities.ts'
import { presentView } from './present-view.ts'
import { saveView } from './view-actions.ts'
import { closeViewQuestion } from './view-state.ts'
import styles from './ViewDialogs.module.css'

type Part = 'search' | 'filter' | 'sort' | 'columns'

/** Asks for the name of a view and for what it is to keep: a saved search keeps only what is searched for. */
export function SaveViewDialog({ entity, isSearch }: { entity: Entity; isSearch: boolean }): ReactElement {
  const [present] = useState(() => presentView(entity))
  const [parts, setParts] = useState<ReadonlySet<Part>>(
    () => new Set<Part>(isSearch ? ['search'] : ['search', 'filter', 'sort', 'columns']),
  )
  const [name, setName] = useState(isSearch ? present.search.slice(0, 200) : '')
  const views = useCall('views.list').data ?? []
  const clean = name.normalize('NFC').trim()
  const isTaken = views.some((view) => view.list === entity && view.name === clean)
  const set = (part: Part, isOn: boolean): void => {
    const next = new Set(parts)
    if (isOn) next.add(part)
    else next.delete(part)
    setParts(next)
  }
  const save = async (): Promise<void> => {
    if (await saveView({ ...onlyParts(present, parts), name: clean })) closeViewQuestion()
  }
  return (
    <NameDialog
      title={isSearch ? 'Save search' : 'Save view'}
      action={isTaken ? 'Replace' : 'Save'}
      name={name}
      onName={setName}
      onSubmit={() => void save()}
      onClose={closeViewQuestion}
      foot={isTaken ? 'The view of this name gives way.' : ''}
    >
      <fieldset className={styles.parts}>
        <legend className={styles.legend}>With it is kept</legend>
        {partsOf(present).map(({ part, words }) => (
          <Checkbox key={part} checked={parts.has(part)} label={words} onChange={(isOn) => set(part, isOn)} />
        ))}
      </fieldset>
    </NameDialog>
  )
}

/** What there is to keep, in words. */
function partsOf({ list, search, filter, sort, columns }: Omit<SavedView, 'name'>): { part: Part; words: string }[] {
  const fields = mountedGrid(list)?.def.fields ?? []
  const titleOf = (name: string): string => {
    const field = fields.find((known) => known.field === name)
    return (field?.fullTitle ?? field?.title ?? name).toLowerCase()
  }
  const filters = Object.entries(filter).map(([field, condition]) => `${titleOf(field)} ${conditionInWords(condition)}`)
  const order = (sort ?? [])
    .map(({ field, desc }) => (desc ? `${titleOf(field)}, last first` : titleOf(field)))
    .join(', then ')
  const shown = columns?.filter(({ isShown }) => isShown).length ?? 0
  return [
    ...(search === '' ? [] : [{ part: 'search', words: `Search: ${search}` } as const]),
    ...(filters.length === 0 ? [] : [{ part: 'filter', words: `Filters: ${filters.join('; ')}` } as const]),
    { part: 'sort', words: `Order: ${order || 'as entered'}` },
    { part: 'columns', words: `Columns: ${shown} shown, with order and widths` },
  ]
}

const onlyParts = (view: Omit<SavedView, 'name'>, parts: ReadonlySet<Part>): Omit<SavedView, 'name'> => ({
  list: view.list,
  search: parts.has('search') ? view.search : '',
  filter: parts.has('filter') ? view.filter : {},
  sort: parts.has('sort') ? view.sort : null,
  columns: parts.has('columns') ? view.columns : null,
})

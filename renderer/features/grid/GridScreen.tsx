import { Plus, PanelStats, Import as ImportIcon } from '@blueprintjs/icons'
import { useMemo, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import { useCommands, type Command } from '../../app/commands.ts'
import { TopActions } from '../../app/TopActions.tsx'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { SplitPane } from '../../ui/SplitPane.tsx'
import { openImport } from '../imports/ImportHost.tsx'
import { FacetPanel, focusFacets } from '../facets/FacetPanel.tsx'
import { askToExport } from '../exports/export-state.ts'
import { mergeChosen } from '../merge/merge-state.ts'
import type { Entity } from '../records/entities.ts'
import { DetailMessage } from '../records/DetailPane.tsx'
import type { Field } from '../records/field.ts'
import { askAboutViews } from '../views/view-state.ts'
import { ColumnsButton } from './ColumnsButton.tsx'
import { FilterBar } from './FilterBar.tsx'
import type { GridDef } from './grid-def.ts'
import { gridStore, useGrid, useHasRows } from './grid-store.ts'
import { mountedGrid } from './GridController.ts'
import styles from './GridScreen.module.css'
import { GridTabs } from './GridTabs.tsx'
import { useKeptLayout } from './layout.ts'
import { NothingHere } from './NothingHere.tsx'
import { RecordGrid } from './RecordGrid.tsx'
import { SelectionBar } from './SelectionBar.tsx'

export interface GridScreenProps<Row extends { readonly id: string }, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  /** The detail pane of one record. */
  readonly detail: (id: string, onClose: () => void) => ReactElement
  readonly addLabel: string
  readonly onAdd: () => void
  /** Claims and events come from CSV files too. */
  readonly canImport?: boolean
  /** Left of the tabs: where one screen holds several lists. */
  readonly before?: ReactNode
  /** What else can be done with what is ticked. */
  readonly selectionActions?: ReactNode
}

/** A screen with a grid, its filters and tabs, and the detail of the focused record at the right. */
export function GridScreen<Row extends { readonly id: string }, Patch extends object>(
  props: GridScreenProps<Row, Patch>,
): ReactElement | null {
  const { def, detail, addLabel, onAdd, canImport = false } = props
  const { entity } = def.api
  const fields = def.fields as readonly Field<never, unknown>[]
  const isReady = useKeptLayout(entity)
  const canEdit = useReadOnly() === null
  const focusedId = useGrid(entity, (state) => state.focusedId)
  const isCounted = useHasRows(entity)
  const isPaneOpen = useGrid(entity, (state) => state.isPaneOpen)
  const areFacetsOpen = useGrid(entity, (state) => state.areFacetsOpen)
  const isTrash = useGrid(entity, (state) => state.tab === 'trash')
  const screen = useRef<HTMLDivElement>(null)
  useScreenCommands(props, canEdit)
  if (!isReady) return null
  const togglePane = (): void => gridStore(entity).setState({ isPaneOpen: !isPaneOpen })
  // The pane has its place before the first row is known: a grid that gets narrower then would be laid out twice.
  const waiting = isCounted ? null : <DetailMessage error={null} />
  return (
    <div className={styles.screen} ref={screen} onKeyDown={(event) => switchPane(event, entity)}>
      <TopActions>
        <Button
          look="quiet"
          icon={<PanelStats />}
          label={isPaneOpen ? 'Close the detail pane' : 'Open the detail pane'}
          active={isPaneOpen}
          onClick={togglePane}
        />
        <ColumnsButton entity={entity} fields={fields} />
        {canImport && canEdit && (
          <Button icon={<ImportIcon />} onClick={openImport}>
            Import CSV
          </Button>
        )}
        {canEdit && (
          <Button look="primary" icon={<Plus />} onClick={onAdd}>
            {addLabel}
          </Button>
        )}
      </TopActions>
      <SplitPane
        name={entity}
        sideSize={window.innerWidth < narrowWindow ? 340 : 380}
        side={isPaneOpen ? (focusedId === null ? waiting : detail(focusedId, togglePane)) : null}
      >
        <div className={styles.bar}>
          {props.before}
          <GridTabs def={def} />
          <FilterBar entity={entity} fields={fields} />
          <SelectionBar def={def} canEdit={canEdit}>
            {props.selectionActions}
          </SelectionBar>
        </div>
        <div className={styles.body}>
          {areFacetsOpen && <FacetPanel key={entity} entity={entity} fields={fields} />}
          <div className={styles.list} id={`list-${entity}`}>
            <RecordGrid def={def} canEdit={canEdit && !isTrash} />
            <NothingHere def={def} canEdit={canEdit} canImport={canImport} addLabel={addLabel} onAdd={onAdd} />
          </div>
        </div>
      </SplitPane>
    </div>
  )
}

/** Below this width the statement needs the room more than the pane does. */
const narrowWindow = 1400

/** F6 goes from the facets to the grid, from there to the detail pane, and round again. */
function switchPane(event: KeyboardEvent<HTMLElement>, entity: Entity): void {
  if (event.key !== 'F6') return
  event.preventDefault()
  const pane = event.currentTarget.querySelector<HTMLElement>('[data-detail]')
  if (isIn('[data-detail]') && hasFacets(event.currentTarget)) focusFacets()
  else if (pane && !isIn('[data-detail]') && !isIn('[data-facets]')) pane.focus()
  else mountedGrid(entity)?.focus()
}

/** Whether the focus is in a part of the screen. */
const isIn = (part: string): boolean => Boolean(document.activeElement?.closest(part))

const hasFacets = (screen: HTMLElement): boolean => screen.querySelector('[data-facets]') !== null

/** Opens the facets and goes there, or closes them; the focus must not go with them. */
function toggleFacets(entity: Entity): void {
  const { areFacetsOpen } = gridStore(entity).getState()
  const wasIn = isIn('[data-facets]')
  gridStore(entity).setState({ areFacetsOpen: !areFacetsOpen })
  if (!areFacetsOpen) focusFacets()
  else if (wasIn) mountedGrid(entity)?.focus()
}

function useScreenCommands<Row extends { readonly id: string }, Patch extends object>(
  { def, addLabel, onAdd }: GridScreenProps<Row, Patch>,
  canEdit: boolean,
): void {
  const { entity } = def.api
  const commands = useMemo((): readonly Command[] => {
    const toggle = (): void => gridStore(entity).setState(({ isPaneOpen }) => ({ isPaneOpen: !isPaneOpen }))
    return [
      { id: 'pane', label: 'Open or close the detail pane', group: 'View', shortcut: 'Mod+D', run: toggle },
      {
        id: 'facets',
        label: 'Open or close the facets',
        group: 'View',
        shortcut: 'Mod+Shift+F',
        worksInFields: true,
        run: () => toggleFacets(entity),
      },
      { id: 'list.export', label: `Export ${def.api.many}…`, group: 'View', run: () => askToExport(entity) },
      { id: 'grid.focus', label: 'Go to the list', group: 'Go to', run: () => mountedGrid(entity)?.focus() },
      ...(canEdit
        ? [
            {
              id: 'view.save',
              label: 'Save view…',
              group: 'View',
              run: () => askAboutViews({ kind: 'save', entity, isSearch: false }),
            } as const,
            { id: `${entity}.add`, label: addLabel, group: 'Add', shortcut: 'Mod+N', run: onAdd } as const,
            {
              id: 'merge',
              label: `Merge the two ticked ${def.api.many}…`,
              group: 'Selection',
              run: () => void mergeChosen(entity),
            } as const,
          ]
        : []),
    ]
  }, [entity, def.api.many, addLabel, onAdd, canEdit])
  useCommands(commands)
}

import { Blank, CaretDown, Edit, FloppyDisk, Tick, Trash, WarningSign } from '@blueprintjs/icons'
import type { KeyboardEvent, ReactElement } from 'react'
import type { KeptView } from '../../../shared/views.ts'
import { useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuDivider, MenuItem, Popover } from '../../ui/Menu.tsx'
import { RowAction, RowActions } from '../../ui/RowActions.tsx'
import { useMenu } from '../../ui/use-menu.ts'
import { askToExport } from '../exports/export-state.ts'
import type { Entity } from '../records/entities.ts'
import { hasSearch, useAppliedView } from './present-view.ts'
import { applyView, exportViews, importViews, removeView, replaceView } from './view-actions.ts'
import { askAboutViews } from './view-state.ts'
import styles from './ViewsMenu.module.css'

/** The saved views of a list, to apply, rename, replace and remove, and to keep what is shown as another. */
export function ViewsMenu({ entity }: { readonly entity: Entity }): ReactElement {
  const { popover, afterwards } = useMenu()
  const applied = useAppliedView(entity)
  const name = applied?.view.name
  return (
    <Popover {...popover} content={<ViewsList entity={entity} afterwards={afterwards} />}>
      <Button
        size="small"
        look="quiet"
        endIcon={<CaretDown />}
        title={applied ? `View “${name}”${applied.isChanged ? ', changed since' : ''}` : 'Saved views of this list'}
      >
        <span className={styles.button}>
          <span className={styles.name}>{name ?? 'Views'}</span>
          {applied?.isChanged && <span className={styles.changed}>changed</span>}
        </span>
      </Button>
    </Popover>
  )
}

interface ViewsListProps {
  readonly entity: Entity
  /** Closes the menu, and does something then. */
  readonly afterwards: (act: () => void) => void
}

function ViewsList({ entity, afterwards }: ViewsListProps): ReactElement {
  const views = (useCall('views.list').data ?? []).filter(({ list }) => list === entity)
  const canEdit = useReadOnly() === null
  const applied = useAppliedView(entity)
  return (
    <div>
      {views.length === 0 && <p className={styles.hint}>Filter, search, order and columns, kept under a name.</p>}
      <Menu className={styles.menu ?? ''}>
        {views.map((view) => (
          <ViewLine
            key={view.id}
            view={view}
            canEdit={canEdit}
            mark={applied?.view.id === view.id ? (applied.isChanged ? 'changed' : 'shown') : null}
            afterwards={afterwards}
          />
        ))}
        {views.length > 0 && <MenuDivider />}
        {canEdit && (
          <>
            <MenuItem
              text="Save view…"
              onClick={() => afterwards(() => askAboutViews({ kind: 'save', entity, isSearch: false }))}
            />
            <MenuItem
              text="Save search…"
              disabled={!hasSearch(entity)}
              onClick={() => afterwards(() => askAboutViews({ kind: 'save', entity, isSearch: true }))}
            />
            <MenuItem text="Import views…" onClick={() => afterwards(() => void importViews())} />
          </>
        )}
        <MenuItem text="Export views…" onClick={() => afterwards(() => void exportViews())} />
        <MenuDivider />
        <MenuItem text="Export the list…" onClick={() => afterwards(() => askToExport(entity))} />
      </Menu>
      {canEdit && views.length > 0 && <p className={styles.hint}>F2 renames, Shift Enter replaces, Del removes</p>}
    </div>
  )
}

interface ViewLineProps extends Pick<ViewsListProps, 'afterwards'> {
  readonly view: KeptView
  readonly canEdit: boolean
  readonly mark: 'shown' | 'changed' | null
}

function ViewLine({ view, canEdit, mark, afterwards }: ViewLineProps): ReactElement {
  const { name, list, unknown } = view
  const rename = (): void => afterwards(() => askAboutViews({ kind: 'rename', view }))
  const replace = (): void => afterwards(() => replaceView(view))
  const remove = (): void => afterwards(() => void removeView(view))
  const onKeyDown = (event: KeyboardEvent): void => {
    const acts: Readonly<Record<string, () => void>> = { F2: rename, Delete: remove }
    const act = event.key === 'Enter' && event.shiftKey ? replace : acts[event.key]
    if (!canEdit || !act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <MenuItem
      text={
        <span className={styles.line}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          {mark === 'changed' && <span className={styles.changed}>changed</span>}
          {unknown.length > 0 && (
            <span className={styles.warning} title={`Goes by ${unknown.join(', ')}, which ${list} do not have`}>
              <WarningSign size={12} aria-label={`goes by fields that ${list} do not have`} />
            </span>
          )}
        </span>
      }
      icon={mark === null ? <Blank /> : <Tick />}
      aria-current={mark !== null}
      onClick={() => afterwards(() => void applyView(view))}
      onKeyDown={onKeyDown}
      {...(canEdit && {
        labelElement: (
          <RowActions>
            <RowAction
              label={`Replace “${name}” with what is shown`}
              icon={<FloppyDisk size={12} />}
              onClick={replace}
            />
            <RowAction label={`Rename “${name}”…`} icon={<Edit size={12} />} onClick={rename} />
            <RowAction label={`Remove “${name}”`} icon={<Trash size={12} />} onClick={remove} />
          </RowActions>
        ),
      })}
    />
  )
}

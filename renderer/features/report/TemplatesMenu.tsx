import { CaretDown, Trash } from '@blueprintjs/icons'
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { reportTemplates, templateNames } from '../../../shared/report-templates.ts'
import type { OwnTemplate } from '../../../shared/template-methods.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuDivider, MenuItem, Popover, type PopoverProps } from '../../ui/Menu.tsx'
import { RowAction, RowActions } from '../../ui/RowActions.tsx'
import { newReport } from './report-actions.ts'
import { removeTemplate } from './template-actions.ts'
import styles from './TemplatesMenu.module.css'

/** The templates by which a report can be made, Parallax's and one's own. */
export function TemplatesMenu({ placement }: Required<Pick<PopoverProps, 'placement'>>): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const own = useCall('templates.list').data ?? []
  const picked = useRef<() => void>(null)
  // What is done goes to another screen, after the menu has given the focus back.
  const then = (act: () => void): void => {
    picked.current = act
    setIsOpen(false)
  }
  const act = (): void => {
    picked.current?.()
    picked.current = null
  }
  const menu = (
    <div>
      <Menu className={styles.menu ?? ''}>
        {templateNames.map((name) => {
          const { title, description } = reportTemplates[name]
          return (
            <MenuItem key={name} text={title} label={description} onClick={() => then(() => void newReport(name))} />
          )
        })}
        {own.length > 0 && <MenuDivider title="Saved in this case" />}
        {own.map((template) => (
          <OwnLine key={template.name} template={template} then={then} />
        ))}
      </Menu>
      {own.length > 0 && <p className={styles.hint}>Del removes a saved template</p>}
    </div>
  )
  return (
    <Popover content={menu} isOpen={isOpen} onChange={setIsOpen} onClosed={act} placement={placement}>
      <Button endIcon={<CaretDown />} aria-expanded={isOpen} title="Make a report by a template">
        By template
      </Button>
    </Popover>
  )
}

interface OwnLineProps {
  readonly template: OwnTemplate
  /** Closes the menu, and does something then. */
  readonly then: (act: () => void) => void
}

function OwnLine({ template, then }: OwnLineProps): ReactElement {
  const { name } = template
  const remove = (): void => then(() => void removeTemplate(template))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete') return
    event.preventDefault()
    event.stopPropagation()
    remove()
  }
  return (
    <MenuItem
      text={name}
      onClick={() => then(() => void newReport(name))}
      onKeyDown={onKeyDown}
      labelElement={
        <RowActions>
          <RowAction label={`Remove the template “${name}”`} icon={<Trash size={12} />} onClick={remove} />
        </RowActions>
      }
    />
  )
}

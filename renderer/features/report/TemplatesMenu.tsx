import { CaretDown, Export, Import as ImportIcon, Trash } from '@blueprintjs/icons'
import type { KeyboardEvent, ReactElement } from 'react'
import { reportTemplates, templateNames } from '../../../shared/report-templates.ts'
import type { OwnTemplate } from '../../../shared/template-methods.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { keysInWords } from '../../ui/KeyHint.tsx'
import { Menu, MenuDivider, MenuItem, Popover, type PopoverProps } from '../../ui/Menu.tsx'
import { RowAction, RowActions } from '../../ui/RowActions.tsx'
import { useMenu } from '../../ui/use-menu.ts'
import { newReport } from './report-actions.ts'
import { exportTemplate, readTemplate, removeTemplate } from './template-actions.ts'
import styles from './TemplatesMenu.module.css'

/** The templates by which a report can be made, Parallax's and one's own. */
export function TemplatesMenu({ placement }: Required<Pick<PopoverProps, 'placement'>>): ReactElement {
  const { popover, afterwards } = useMenu()
  const own = useCall('templates.list').data ?? []
  const menu = (
    <div>
      <Menu className={styles.menu ?? ''}>
        {templateNames.map((name) => {
          const { title, description } = reportTemplates[name]
          return (
            <MenuItem
              key={name}
              text={title}
              label={description}
              onClick={() => afterwards(() => void newReport(name))}
            />
          )
        })}
        {own.length > 0 && <MenuDivider title="Saved in this case" />}
        {own.map((template) => (
          <OwnLine key={template.name} template={template} afterwards={afterwards} />
        ))}
        <MenuDivider />
        <MenuItem
          text="Read a template from a file…"
          icon={<ImportIcon />}
          onClick={() => afterwards(() => void readTemplate())}
        />
      </Menu>
      {own.length > 0 && (
        <p className={styles.hint}>{keysInWords('Mod+S')} saves a template as a file, Del removes it</p>
      )}
    </div>
  )
  return (
    <Popover {...popover} content={menu} placement={placement}>
      <Button endIcon={<CaretDown />} aria-expanded={popover.isOpen} title="Make a report by a template">
        By template
      </Button>
    </Popover>
  )
}

interface OwnLineProps {
  readonly template: OwnTemplate
  /** Closes the menu, and does something then. */
  readonly afterwards: (act: () => void) => void
}

function OwnLine({ template, afterwards }: OwnLineProps): ReactElement {
  const { name } = template
  const remove = (): void => afterwards(() => void removeTemplate(template))
  const write = (): void => afterwards(() => void exportTemplate(template))
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.key === 'Delete' ? remove : (event.ctrlKey || event.metaKey) && event.key === 's' ? write : null
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <MenuItem
      text={name}
      onClick={() => afterwards(() => void newReport(name))}
      onKeyDown={onKeyDown}
      labelElement={
        <RowActions>
          <RowAction label={`Save the template “${name}” as a file`} icon={<Export size={12} />} onClick={write} />
          <RowAction label={`Remove the template “${name}”`} icon={<Trash size={12} />} onClick={remove} />
        </RowActions>
      }
    />
  )
}

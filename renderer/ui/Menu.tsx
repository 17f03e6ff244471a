import { Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core'
import { CaretDown } from '@blueprintjs/icons'
import { useRef, type KeyboardEvent, type ReactElement } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { KeyHint } from './KeyHint.tsx'

export { Menu, MenuDivider, MenuItem }

export interface Choice {
  readonly id: string
  readonly text: string
  readonly icon?: ReactElement
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly onPick: () => void
}

export interface MenuButtonProps extends ButtonProps {
  readonly items: readonly (Choice | 'divider')[]
}

/** A button that opens a menu. */
export function MenuButton({ items, endIcon = <CaretDown />, ...button }: MenuButtonProps): ReactElement {
  const picked = useRef<() => void>(null)
  // What was picked may open something: that takes the focus after the menu has given it back.
  const act = (): void => {
    picked.current?.()
    picked.current = null
  }
  const content = (
    <Menu>
      {items.map((item, at) =>
        item === 'divider' ? (
          <MenuDivider key={`divider-${at}`} />
        ) : (
          <MenuItem
            key={item.id}
            text={item.text}
            icon={item.icon}
            disabled={item.disabled ?? false}
            onClick={() => (picked.current = item.onPick)}
            {...(item.shortcut ? { labelElement: <KeyHint keys={item.shortcut} /> } : {})}
          />
        ),
      )}
    </Menu>
  )
  return (
    <Popover content={content} onClosed={act}>
      <Button {...button} endIcon={endIcon} />
    </Popover>
  )
}

export interface PopoverProps {
  readonly content: ReactElement
  readonly children: ReactElement
  readonly isOpen?: boolean
  readonly onChange?: (isOpen: boolean) => void
  /** It is closed and the focus is back. */
  readonly onClosed?: () => void
  readonly placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'right-start'
}

/** Opening gives the focus to the field to type in, else to the first thing to choose. */
function enter(popover: HTMLElement): void {
  const field = popover.querySelector('input')
  field?.select()
  ;(field ?? popover.querySelector<HTMLElement>(choosable))?.focus()
}

const choosable = '[role=menuitem]:not(.bp6-disabled)'

/** Arrows, Home and End move in a menu. */
function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(choosable)]
  const at = items.findIndex((item) => item === document.activeElement)
  if (at === -1 || event.altKey) return
  const last = items.length - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  }
  const to = targets[event.key]
  if (to === undefined) return
  event.preventDefault()
  items[to]?.focus()
}

/** Content that opens below its button; Esc closes it and focus goes back. */
export function Popover(props: PopoverProps) {
  const { content, children, isOpen, onChange, onClosed, placement = 'bottom-start' } = props
  return (
    <PopoverNext
      content={<div onKeyDown={moveInMenu}>{content}</div>}
      placement={placement}
      arrow={false}
      animation="minimal"
      transitionDuration={0}
      shouldReturnFocusOnClose
      onOpened={enter}
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onChange ? { onInteraction: onChange } : {})}
      {...(onClosed ? { onClosed } : {})}
    >
      {children}
    </PopoverNext>
  )
}

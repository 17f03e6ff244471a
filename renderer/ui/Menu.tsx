import { Menu, MenuDivider, MenuItem, PopoverNext } from '@blueprintjs/core'
import { CaretDown } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
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
            onClick={item.onPick}
            {...(item.shortcut ? { labelElement: <KeyHint keys={item.shortcut} /> } : {})}
          />
        ),
      )}
    </Menu>
  )
  return (
    <Popover content={content}>
      <Button {...button} endIcon={endIcon} />
    </Popover>
  )
}

export interface PopoverProps {
  readonly content: ReactElement
  readonly children: ReactElement
  readonly isOpen?: boolean
  readonly onChange?: (isOpen: boolean) => void
  readonly placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'right-start'
}

/** Content that opens below its button; Esc closes it and focus goes back. */
export function Popover({ content, children, isOpen, onChange, placement = 'bottom-start' }: PopoverProps) {
  return (
    <PopoverNext
      content={content}
      placement={placement}
      arrow={false}
      animation="minimal"
      transitionDuration={0}
      shouldReturnFocusOnClose
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onChange ? { onInteraction: onChange } : {})}
    >
      {children}
    </PopoverNext>
  )
}

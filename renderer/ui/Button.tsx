import { Button as BlueprintButton } from '@blueprintjs/core'
import type { MouseEvent, ReactElement, ReactNode, Ref } from 'react'

export interface ButtonProps {
  readonly children?: ReactNode
  readonly icon?: ReactElement
  readonly endIcon?: ReactElement
  /** `primary`: the one thing to do here; `danger`: loses something; `quiet`: no frame. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet'
  readonly size?: 'medium' | 'small'
  readonly disabled?: boolean
  readonly active?: boolean
  readonly loading?: boolean
  /** Names a button that shows only an icon; also its tooltip. */
  readonly label?: string
  readonly title?: string
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
  readonly className?: string
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void
  readonly ref?: Ref<HTMLButtonElement>
  readonly 'aria-pressed'?: boolean
  readonly 'aria-expanded'?: boolean
}

/** A button. */
export function Button({ look = 'plain', label, title, icon, endIcon, children, ...rest }: ButtonProps): ReactElement {
  return (
    <BlueprintButton
      {...rest}
      icon={icon}
      endIcon={endIcon}
      intent={look === 'primary' || look === 'danger' ? look : 'none'}
      variant={look === 'quiet' ? 'minimal' : 'solid'}
      aria-label={label}
      title={title ?? label}
    >
      {children}
    </BlueprintButton>
  )
}

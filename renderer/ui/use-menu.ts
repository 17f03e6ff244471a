import { useRef, useState } from 'react'

interface OpenMenu {
  /** For the popover that the menu is in. */
  readonly popover: {
    readonly isOpen: boolean
    readonly onChange: (isOpen: boolean) => void
    readonly onClosed: () => void
  }
  /** Closes the menu, and does something then: what opens something takes the focus after the menu has given it back. */
  readonly afterwards: (act: () => void) => void
}

/** A menu whose lines do something once it is closed. */
export function useMenu(): OpenMenu {
  const [isOpen, setIsOpen] = useState(false)
  const picked = useRef<() => void>(null)
  return {
    popover: {
      isOpen,
      onChange: setIsOpen,
      onClosed: () => {
        picked.current?.()
        picked.current = null
      },
    },
    afterwards: (act) => {
      picked.current = act
      setIsOpen(false)
    },
  }
}

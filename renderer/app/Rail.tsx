import type { ReactElement } from 'react'
import { keysInWords } from '../ui/KeyHint.tsx'
import { goTo } from './history.ts'
import styles from './Rail.module.css'
import { screens } from './screens.tsx'
import { useShownPath } from './shown-path.ts'

/** The dark rail with the screens. */
export function Rail(): ReactElement {
  const path = useShownPath()
  return (
    <nav className={styles.rail} aria-label="Screens">
      {screens.map((screen) => {
        const isHere = path.startsWith(screen.root)
        return (
          <button
            key={screen.path}
            type="button"
            className={isHere ? styles.here : styles.item}
            aria-current={isHere ? 'page' : undefined}
            title={`${screen.label} (${keysInWords(screen.shortcut)})`}
            onClick={() => goTo(screen.path)}
          >
            {screen.icon}
            <span>{screen.label}</span>
          </button>
        )
      })}
    </nav>
  )
}

import type { ReactElement } from 'react'
import { useWaiting } from '../features/review/waiting.ts'
import { keysInWords } from '../ui/KeyHint.tsx'
import { goTo } from './history.ts'
import styles from './Rail.module.css'
import { screens } from './screens.tsx'
import { useShownPath } from './shown-path.ts'

/** The badge has room for two digits. */
const mostShown = 99

/** The dark rail with the screens; a badge says where something waits. */
export function Rail(): ReactElement {
  const path = useShownPath()
  const waiting = useWaiting()
  return (
    <nav className={styles.rail} aria-label="Screens">
      {screens.map((screen) => {
        const isHere = path.startsWith(screen.root)
        const count = screen.path === '/review' ? waiting : 0
        return (
          <button
            key={screen.path}
            type="button"
            className={isHere ? styles.here : styles.item}
            aria-current={isHere ? 'page' : undefined}
            aria-label={count > 0 ? `${screen.label}, ${count.toLocaleString('en-GB')} waiting` : undefined}
            title={`${screen.label} (${keysInWords(screen.shortcut)})`}
            onClick={() => goTo(screen.path)}
          >
            {screen.icon}
            <span>{screen.label}</span>
            {count > 0 && <span className={styles.badge}>{count > mostShown ? `${mostShown}+` : count}</span>}
          </button>
        )
      })}
    </nav>
  )
}

import type { ReactElement } from 'react'
import type { RecordLink } from '../../../shared/ids.ts'
import { openRecord } from '../records/open-record.ts'
import styles from './LinkList.module.css'

/** Links to records, one a line. */
export function LinkList({ links }: { readonly links: readonly RecordLink[] }): ReactElement {
  return (
    <ul className={styles.list}>
      {links.map((link) => (
        <li key={`${link.kind} ${link.id}`}>
          <button type="button" className={styles.row} onClick={() => openRecord(link)}>
            <span className={styles.kind}>{link.kind}</span>
            <span className={styles.label}>{link.label}</span>
            {link.detail !== link.label && <span className={styles.detail}>{link.detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The texts of links that lead nowhere. */
export function UnresolvedList({ texts }: { readonly texts: readonly string[] }): ReactElement | null {
  if (texts.length === 0) return null
  return (
    <p className={styles.unresolved}>Nothing in this case is called {texts.map((text) => `“${text}”`).join(', ')}.</p>
  )
}

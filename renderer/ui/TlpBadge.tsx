import type { ReactElement } from 'react'
import { tlpColours, type Tlp } from '../../shared/scales.ts'
import styles from './TlpBadge.module.css'

/** A Traffic Light Protocol label in the colours FIRST gives it (TLP 2.0): on black in either theme. */
export function TlpBadge({ tlp }: { readonly tlp: Tlp }): ReactElement {
  return (
    <span className={styles.tlp} style={{ color: tlpColours[tlp] }}>
      TLP:{tlp}
    </span>
  )
}

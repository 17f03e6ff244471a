import type { ReactElement } from 'react'
import type { Inspection } from '../../../shared/import.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './EncodingDoubt.module.css'

interface EncodingDoubtProps {
  readonly doubt: NonNullable<Inspection['doubt']>
  readonly onChoose: (encoding: string) => void
}

/** Why the encoding should be looked at: the same lines as they read in each of the likely ones. */
export function EncodingDoubt({ doubt, onChoose }: EncodingDoubtProps): ReactElement {
  return (
    <section className={styles.doubt} aria-label="Encoding">
      <p>{doubt.message}</p>
      <ul>
        {doubt.candidates.map(({ encoding, lines }) => (
          <li key={encoding} className={styles.candidate}>
            <Button size="small" onClick={() => onChoose(encoding)}>
              Read as {encoding}
            </Button>
            <span className={styles.line} title={lines.join('\n')}>
              {lines.slice(0, 3).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

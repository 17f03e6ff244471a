import type { ReactElement } from 'react'
import type { WordingFinding, WordingFix } from '../../../shared/wording/finding.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import styles from './WordingNotes.module.css'

/** The keys that take the first fix. */
export const fixKeys = 'Alt+Enter'

interface WordingNotesProps {
  readonly findings: readonly WordingFinding[]
  readonly onFix: (finding: WordingFinding, fix: WordingFix) => void
}

/** What can be taken exception to in a statement as it is typed, each with a fix to take. */
export function WordingNotes({ findings, onFix }: WordingNotesProps): ReactElement {
  return (
    <>
      <div role="status" className="visually-hidden">
        {findings.map(({ words, reason }) => (reason.includes(words) ? reason : `“${words}”: ${reason}`)).join(' ')}
      </div>
      {findings.length > 0 && (
        <ul className={styles.notes} aria-label="Wording">
          {findings.map((finding, at) => (
            <Note key={`${finding.rule} ${finding.start}`} finding={finding} isFirst={at === 0} onFix={onFix} />
          ))}
        </ul>
      )}
    </>
  )
}

interface NoteProps extends Pick<WordingNotesProps, 'onFix'> {
  readonly finding: WordingFinding
  readonly isFirst: boolean
}

function Note({ finding, isFirst, onFix }: NoteProps): ReactElement {
  const { words, reason, fixes } = finding
  return (
    <li className={styles.note}>
      <span>
        {!reason.includes(words) && <strong className={styles.words}>“{words}”: </strong>}
        {reason}
      </span>
      <span className={styles.fixes}>
        {fixes.map((fix, at) => (
          <Button key={fix.label} size="small" onClick={() => onFix(finding, fix)}>
            {fix.label} {isFirst && at === 0 && <KeyHint keys={fixKeys} />}
          </Button>
        ))}
      </span>
    </li>
  )
}

import { useState, type ReactElement } from 'react'
import {
  checkStateWords,
  judgedStandards,
  standards,
  wordsOf,
  type CheckFinding,
  type CheckRow,
  type CheckState,
} from '../../../shared/checklist.ts'
import type { ReportId } from '../../../shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Checklist.module.css'
import { JudgeStandard } from './JudgeStandard.tsx'
import { showPlace } from './report-actions.ts'

interface ChecklistRowProps {
  readonly report: ReportId
  readonly row: CheckRow
  readonly isReadOnly: boolean
}

const shown = 5

/** A standard: what it asks, how it stands with the report, and each finding with the way to its place. */
export function ChecklistRow({ report, row, isReadOnly }: ChecklistRowProps): ReactElement {
  const [isWhole, setIsWhole] = useState(false)
  const { standard, state, findings } = row
  const { title, asks } = wordsOf(standard)
  const left = isWhole ? 0 : findings.length - shown
  const known = judgedStandards.find((one) => one === standard)
  return (
    <li className={styles.row} data-standard={standard}>
      <div className={styles.standard}>
        <span className={styles.number}>{standards.indexOf(standard) + 1}</span>
        <h3 className={styles.name}>{title}</h3>
        <span className={styles[classOf[state]]}>{checkStateWords[state]}</span>
      </div>
      <p className={styles.words}>{asks}</p>
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {(isWhole ? findings : findings.slice(0, shown)).map((finding, at) => (
            <Finding key={at} finding={finding} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <Button size="small" look="quiet" onClick={() => setIsWhole(true)}>
          Show {left.toLocaleString('en-GB')} more
        </Button>
      )}
      {known && <JudgeStandard report={report} standard={known} judged={row.judged} isReadOnly={isReadOnly} />}
    </li>
  )
}

const classOf: Readonly<Record<CheckState, 'met' | 'look' | 'notMet' | 'open'>> = {
  met: 'met',
  look: 'look',
  'not met': 'notMet',
  judge: 'open',
}

function Finding({ finding: { level, place, sentence } }: { readonly finding: CheckFinding }): ReactElement {
  return (
    <li className={styles.finding}>
      <span className={level === 'not met' ? styles.grave : styles.light} title={checkStateWords[level]} aria-hidden />
      <span>
        <span className="visually-hidden">{checkStateWords[level]}: </span>
        {place && (
          <button type="button" className={styles.place} title="Show the place" onClick={() => showPlace(place)}>
            {place.label}
          </button>
        )}
        {place ? afterLabel(sentence, place.label) : sentence}
      </span>
    </li>
  )
}

/** What follows the name of the place: many a sentence begins with it. */
const afterLabel = (sentence: string, label: string): string =>
  sentence.startsWith(label) ? sentence.slice(label.length) : ` ${sentence}`

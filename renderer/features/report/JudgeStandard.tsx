import type { ReactElement } from 'react'
import { wordsOf, type CheckRow, type judgedStandards } from '../../../shared/checklist.ts'
import type { ReportId } from '../../../shared/ids.ts'
import { momentInWords } from '../../app/time.ts'
import { run } from '../../data/queries.ts'
import { Checkbox, TextInput } from '../../ui/inputs.tsx'
import { useTextDraft } from '../notes/use-text-draft.ts'
import styles from './Checklist.module.css'
import { NotSaved } from './NotSaved.tsx'
import { reportPath } from './report-actions.ts'
import { call } from '../../data/call.ts'

interface JudgeStandardProps {
  readonly report: ReportId
  readonly standard: (typeof judgedStandards)[number]
  readonly judged: CheckRow['judged']
  readonly isReadOnly: boolean
}

/** Lets a person say of a standard that it is met, with a note. */
export function JudgeStandard(props: JudgeStandardProps): ReactElement {
  const { report, standard, judged, isReadOnly } = props
  return (
    <div className={styles.judge}>
      <Checkbox
        checked={judged !== null}
        disabled={isReadOnly}
        label="I have judged it: met"
        onChange={(isJudged) => void run('reports.judgeStandard', { id: report, standard, judged: isJudged })}
      />
      {judged && (
        <>
          <span className={styles.words}>
            {momentInWords(judged.at)} by {judged.by || 'nobody named'}
          </span>
          {isReadOnly ? <span>{judged.note}</span> : <NoteOn {...props} note={judged.note} />}
        </>
      )}
    </div>
  )
}

function NoteOn({ report, standard, note }: JudgeStandardProps & { readonly note: string | null }): ReactElement {
  const { title } = wordsOf(standard)
  const draft = useTextDraft(
    note ?? '',
    (text) => call('reports.judgeStandard', { id: report, standard, judged: true, note: text }),
    {
      ...{ form: 'report-check', part: standard, words: `Note on “${title}”`, path: reportPath(report) },
      record: { kind: 'report', id: report },
    },
  )
  return (
    <div className={styles.note}>
      <TextInput
        aria-label={`Note on “${title}”`}
        placeholder="A note: on what you judged it"
        value={draft.text}
        onChange={draft.setText}
        onBlur={draft.flush}
      />
      <NotSaved draft={draft} />
    </div>
  )
}

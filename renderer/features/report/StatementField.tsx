import { useRef, type KeyboardEvent, type ReactElement } from 'react'
import { checkWording } from '../../../shared/wording/wording.ts'
import type { WordingContext, WordingFinding, WordingFix } from '../../../shared/wording/finding.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { FormArea } from './FormArea.tsx'
import type { JudgementDraft } from './judgement-draft.ts'
import { WordingNotes } from './WordingNotes.tsx'

/** So long a pause is none between two letters: half a word is not taken exception to. */
const pauseMs = 300

interface StatementFieldProps {
  readonly statement: string
  readonly context: WordingContext
  readonly onChange: (patch: Partial<JudgementDraft>) => void
}

/** The statement of a judgement, with what can be taken exception to in its wording. Alt+Enter takes the first fix. */
export function StatementField({ statement, context, onChange }: StatementFieldProps): ReactElement {
  const area = useRef<HTMLTextAreaElement>(null)
  const { settled } = useSettled({ statement, context }, pauseMs)
  const findings = checkWording(settled.statement, settled.context)
  const take = (shown: WordingFinding, { label }: WordingFix): void => {
    // What was typed since may have moved the words, or mended them.
    const now = checkWording(statement, context).find(({ rule, words }) => rule === shown.rule && words === shown.words)
    const fix = now?.fixes.find((known) => known.label === label)
    if (!fix) return
    if (fix.edit && area.current) replaceIn(area.current, fix.edit)
    const { likelihood, confidence } = fix
    if (likelihood !== undefined || confidence !== undefined)
      onChange({ ...(likelihood !== undefined && { likelihood }), ...(confidence !== undefined && { confidence }) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const [finding] = findings
    const [fix] = finding?.fixes ?? []
    if (event.key !== 'Enter' || !event.altKey || !finding || !fix) return
    event.preventDefault()
    take(finding, fix)
  }
  return (
    <FormArea
      label="Judgement"
      hint="one statement, without the likelihood and without the confidence"
      value={statement}
      onChange={(text) => onChange({ statement: text })}
      rows={2}
      autoFocus
      inputRef={area}
      onKeyDown={onKeyDown}
    >
      <WordingNotes findings={findings} onFix={take} />
    </FormArea>
  )
}

/** As if it was typed: Ctrl+Z takes it back. */
function replaceIn(area: HTMLTextAreaElement, edit: NonNullable<WordingFix['edit']>): void {
  area.focus()
  area.setSelectionRange(edit.start, edit.end)
  if (edit.text === '') document.execCommand('delete')
  else document.execCommand('insertText', false, edit.text)
}

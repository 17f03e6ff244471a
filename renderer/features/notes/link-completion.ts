import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { RecordLink } from '../../../shared/ids.ts'
import type { ReportPlace } from '../../../shared/report-methods.ts'
import { foldText } from '../../../shared/text.ts'
import { call } from '../../data/call.ts'
import { writeLink } from './wiki-links.ts'

const mostShown = 20
const queryLimit = 200

type Places = () => Promise<readonly ReportPlace[]>

/** Offers the records of the case after `[[`, and after `[[#` the parts of the report, where the text is one of a report. */
export function linkCompletion(places: Places): Extension {
  return autocompletion({
    override: [(context) => completeLink(context, places)],
    icons: false,
    activateOnTypingDelay: 60,
    tooltipClass: () => 'cm-link-list',
    addToOptions: [{ render: (completion) => kindTag(completion), position: 20 }],
  })
}

async function completeLink(context: CompletionContext, places: Places): Promise<CompletionResult | null> {
  const opened = context.matchBefore(/\[\[[^[\]\n|]*$/)
  if (!opened) return null
  const query = opened.text.slice(2).slice(0, queryLimit)
  if (query.startsWith('#')) {
    const words = foldText(query.slice(1).trim())
    const known = (await places().catch((): ReportPlace[] => [])).filter(({ name }) => foldText(name).includes(words))
    if (context.aborted) return null
    if (known.length > 0) return { from: opened.from, options: known.map(toPlace), filter: false }
  }
  const found = await call('records.find', { query, limit: mostShown }).catch((): RecordLink[] => [])
  if (context.aborted) return null
  // Main has chosen and ordered them; filtering again here would drop what it found in a record's other words.
  return { from: opened.from, options: found.map(toCompletion), filter: false }
}

const toPlace = ({ name, words }: ReportPlace): Completion => ({
  label: writeLink(`#${name}`),
  displayLabel: name,
  detail: words,
  type: 'part',
  apply: insertLink,
})

const toCompletion = ({ label, detail, kind }: RecordLink): Completion => ({
  label: writeLink(label),
  displayLabel: label,
  detail: detail === label ? '' : detail,
  type: kind,
  apply: insertLink,
})

function insertLink(view: EditorView, { label }: Completion, from: number, to: number): void {
  // Brackets that already close the link are taken over, not doubled.
  const closing = view.state.sliceDoc(to, to + 2) === ']]' ? 2 : 0
  view.dispatch({
    changes: { from, to: to + closing, insert: label },
    selection: { anchor: from + label.length },
    userEvent: 'input.complete',
  })
}

function kindTag(completion: Completion): HTMLElement {
  const tag = document.createElement('span')
  tag.className = 'cm-link-kind'
  tag.textContent = completion.type ?? ''
  return tag
}

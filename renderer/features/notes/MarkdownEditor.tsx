import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, placeholder as placeholderText } from '@codemirror/view'
import { useEffect, useRef, type ReactElement } from 'react'
import type { ReportPlace } from '../../../shared/report-methods.ts'
import { styleNonce } from '../../app/nonce.ts'
import { editorKeys } from './editor-keys.ts'
import { editorLook } from './editor-theme.ts'
import { linkCompletion } from './link-completion.ts'

export interface MarkdownEditorProps {
  /** Another value than the one typed last replaces the text; give a `key` where another text begins. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label: string
  readonly isReadOnly?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly onBlur?: () => void
  readonly className?: string
  /** The parts of a text's own report, which `[[#` offers. */
  readonly places?: () => Promise<readonly ReportPlace[]>
}

/** Marks a change that came from outside, so that it is not told back. */
const fromOutside = Annotation.define<boolean>()

/** A text in Markdown; `[[` offers the records of the case. */
export function MarkdownEditor(props: MarkdownEditorProps): ReactElement {
  const { value, isReadOnly = false, label, className } = props
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>(null)
  const access = useRef(new Compartment())
  // What the editor calls is always the newest, though the editor itself is made once.
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const { value: doc, placeholder = '', autoFocus, label: name } = latest.current
    const extensions = [
      editorKeys,
      editorLook,
      EditorView.lineWrapping,
      EditorView.cspNonce.of(styleNonce),
      EditorView.contentAttributes.of({ 'aria-label': name, 'aria-multiline': 'true' }),
      markdown({ base: markdownLanguage, addKeymap: false }),
      linkCompletion(() => latest.current.places?.() ?? Promise.resolve([])),
      placeholderText(placeholder),
      access.current.of(accessOf(latest.current.isReadOnly ?? false)),
      EditorView.updateListener.of((update) => {
        const isOwn = !update.transactions.some((transaction) => transaction.annotation(fromOutside))
        if (update.docChanged && isOwn) latest.current.onChange(update.state.doc.toString())
      }),
      EditorView.domEventHandlers({ blur: () => latest.current.onBlur?.() }),
    ]
    const view = new EditorView({
      state: EditorState.create({ doc, extensions }),
      ...(host.current ? { parent: host.current } : {}),
    })
    editor.current = view
    if (autoFocus) view.focus()
    return () => view.destroy()
  }, [])

  useEffect(() => {
    editor.current?.dispatch({ effects: access.current.reconfigure(accessOf(isReadOnly)) })
  }, [isReadOnly])

  useEffect(() => {
    const view = editor.current
    if (!view || view.state.doc.toString() === value) return
    view.dispatch({ changes: changeBetween(view.state.doc.toString(), value), annotations: fromOutside.of(true) })
  }, [value])

  return <div ref={host} className={className} data-editor={label} />
}

/** The one stretch in which two texts differ, so that the cursor stays where it is. */
function changeBetween(from: string, to: string): { from: number; to: number; insert: string } {
  const most = Math.min(from.length, to.length)
  let start = 0
  while (start < most && from[start] === to[start]) start += 1
  let end = 0
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) }
}

/** A text that cannot be changed can still be selected and read by keyboard. */
const accessOf = (isReadOnly: boolean): Extension => [
  EditorState.readOnly.of(isReadOnly),
  EditorView.editable.of(!isReadOnly),
  EditorView.contentAttributes.of(isReadOnly ? { tabindex: '0', 'aria-readonly': 'true' } : {}),
]

import { useState, type ReactElement } from 'react'
import type { BlockId, ReportId } from '../../../shared/ids.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { call } from '../../data/call.ts'
import { ask } from '../../data/queries.ts'
import { MarkdownEditor } from '../notes/MarkdownEditor.tsx'
import { useTextDraft } from '../notes/use-text-draft.ts'
import styles from './Block.module.css'
import { placeOfBlock } from './block-place.ts'
import { blockKinds } from './block-kinds.ts'
import { NotSaved } from './NotSaved.tsx'
import { takeFresh } from './take-fresh.ts'
import { useTyped } from './typed-texts.ts'

interface TextBlockProps {
  readonly id: BlockId
  readonly report: ReportId
  readonly content: Extract<BlockContent, { kind: 'text' | 'bottom-line' | 'source-summary' }>
  readonly isReadOnly: boolean
}

const placeholders = {
  text: 'Write in Markdown. [[ links to a claim, an event or a source, [[# to a part of the report.',
  'bottom-line': 'The answer to the case question, in two or three sentences.',
  'source-summary': 'What the counts do not say: access, bias, what is missing.',
} as const

/** A text of one's own. */
export function TextBlock({ id, report, content: { kind, markdown }, isReadOnly }: TextBlockProps): ReactElement {
  const draft = useTextDraft(
    markdown,
    (text) => call('blocks.update', { id, content: { kind, markdown: text } }),
    placeOfBlock(id, blockKinds[kind].title),
  )
  useTyped(id, draft)
  const [isFresh] = useState(() => takeFresh(id))
  return (
    <>
      <MarkdownEditor
        className={styles.editor ?? ''}
        label={blockKinds[kind].title}
        placeholder={isReadOnly ? '' : placeholders[kind]}
        autoFocus={isFresh}
        isReadOnly={isReadOnly}
        places={() => ask('reports.places', { id: report })}
        value={draft.text}
        onChange={draft.setText}
        onBlur={draft.flush}
      />
      <NotSaved draft={draft} />
    </>
  )
}

import { useEffect, useRef, type ReactElement } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { call } from '../../data/call.ts'
import { useTextDraft } from '../notes/use-text-draft.ts'
import styles from './Block.module.css'
import { placeOfBlock } from './block-place.ts'
import { NotSaved } from './NotSaved.tsx'
import { takeFresh } from './take-fresh.ts'
import { useTyped } from './typed-texts.ts'

interface HeadingBlockProps {
  readonly id: BlockId
  readonly content: Extract<BlockContent, { kind: 'heading' }>
  readonly isReadOnly: boolean
}

/** A heading. */
export function HeadingBlock({ id, content, isReadOnly }: HeadingBlockProps): ReactElement {
  const draft = useTextDraft(
    content.text,
    (text) => call('blocks.update', { id, content: { kind: 'heading', text } }),
    placeOfBlock(id, 'Heading'),
  )
  useTyped(id, draft)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takeFresh(id)) field.current?.focus()
  }, [id])
  return (
    <>
      <input
        ref={field}
        className={styles.input}
        aria-label="Heading"
        placeholder="What the section is about"
        maxLength={500}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={false}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
        onBlur={draft.flush}
      />
      <NotSaved draft={draft} />
    </>
  )
}

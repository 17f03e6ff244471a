import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { useMemo, type ReactElement } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { renderMarkdown } from './markdown.ts'
import styles from './Markdown.module.css'
import { LinkTargetsContext, MarkdownLink } from './MarkdownLink.tsx'
import { useLinkTargets } from './use-link-targets.ts'

export interface MarkdownProps {
  readonly text: string
  readonly className?: string
}

/** A text in Markdown as elements: `[[links]]` open their record, addresses are opened outside after asking. */
export function Markdown({ text, className = '' }: MarkdownProps): ReactElement {
  const { tree, targets } = useMemo(() => renderMarkdown(text), [text])
  const content = useMemo(() => toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { a: MarkdownLink } }), [tree])
  return (
    <div className={`${styles.text} ${className}`} data-markdown>
      <LinkTargetsContext value={useLinkTargets(targets)}>{content}</LinkTargetsContext>
    </div>
  )
}

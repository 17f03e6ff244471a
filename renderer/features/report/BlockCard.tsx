import { ArrowDown, ArrowUp, Cross } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import { assertNever } from '../../../shared/result.ts'
import type { Block } from '../../../shared/report.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Block.module.css'
import { blockKinds } from './block-kinds.ts'
import { FigureBlock } from './FigureBlock.tsx'
import { HeadingBlock } from './HeadingBlock.tsx'
import { JudgementsBlock } from './JudgementsBlock.tsx'
import { RecordsBlock } from './RecordsBlock.tsx'
import { removeBlock } from './report-actions.ts'
import { useReportState } from './report-state.ts'
import { TextBlock } from './TextBlock.tsx'

interface BlockCardProps {
  readonly block: Block
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isReadOnly: boolean
  readonly onMove: (step: -1 | 1) => void
}

/** One part of a report, edited where it stands. Alt with the arrows moves it. */
export function BlockCard({ block, isFirst, isLast, isReadOnly, onMove }: BlockCardProps): ReactElement {
  const { title } = blockKinds[block.content.kind]
  return (
    <li
      className={styles.block}
      onFocus={() => useReportState.setState({ activeBlock: block.id })}
      data-block={block.id}
    >
      <div className={styles.head}>
        <h2 className={styles.kind}>{title}</h2>
        {!isReadOnly && (
          <div className={styles.tools}>
            <Button
              {...small}
              icon={<ArrowUp size={14} />}
              label={`Move ${title} up (Alt+↑)`}
              disabled={isFirst}
              onClick={() => onMove(-1)}
            />
            <Button
              {...small}
              icon={<ArrowDown size={14} />}
              label={`Move ${title} down (Alt+↓)`}
              disabled={isLast}
              onClick={() => onMove(1)}
            />
            <Button
              {...small}
              icon={<Cross size={14} />}
              label={`Remove ${title} from the report`}
              onClick={() => void removeBlock(block.id, title)}
            />
          </div>
        )}
      </div>
      <Content block={block} isReadOnly={isReadOnly} />
    </li>
  )
}

const small = { look: 'quiet', size: 'small' } as const

function Content({ block: { id, content }, isReadOnly }: Pick<BlockCardProps, 'block' | 'isReadOnly'>): ReactElement {
  const common = { id, isReadOnly }
  switch (content.kind) {
    case 'heading':
      return <HeadingBlock {...common} content={content} />
    case 'text':
    case 'bottom-line':
      return <TextBlock {...common} content={content} />
    case 'key-judgements':
      return <JudgementsBlock {...common} content={content} />
    case 'claims':
    case 'events':
      return <RecordsBlock {...common} content={content} />
    case 'sources':
      return (
        <p className={styles.words}>
          Made from the data: every outlet and document behind the claims of this report, graded, with what was read and
          what was only cited.
        </p>
      )
    case 'source-summary':
      return (
        <>
          <p className={styles.words}>
            Counted from the data: origins, documents read and only cited, grades, oldest and newest. Below them, in
            your words:
          </p>
          <TextBlock {...common} content={content} />
        </>
      )
    case 'gaps':
      return (
        <p className={styles.words}>
          Made from the data: claims without two origins, a date or grades, contradictions nobody reviewed, documents
          not seen; and what was looked for and not found.
        </p>
      )
    case 'alternatives':
      return (
        <p className={styles.words}>
          Made from the judgements of this report: the alternatives to each, and which have none.
        </p>
      )
    case 'glossary':
      return (
        <p className={styles.words}>
          The scales and terms that this report uses, here and not at its end. A report that uses none shows nothing.
        </p>
      )
    case 'appendix':
      return (
        <p className={styles.words}>
          From here on each section is an appendix with a letter, on a page of its own: “Appendix A: …”.
        </p>
      )
    case 'figure':
      return <FigureBlock {...common} content={content} />
    default:
      return assertNever(content)
  }
}

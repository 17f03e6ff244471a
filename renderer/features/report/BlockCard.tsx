import { ArrowDown, ArrowUp, Cross, DragHandleVertical } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { ReportId } from '../../../shared/ids.ts'
import { assertNever } from '../../../shared/result.ts'
import type { Block } from '../../../shared/report.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Block.module.css'
import { blockKinds } from './block-kinds.ts'
import { BlockNotes } from './BlockNotes.tsx'
import { ClaimsBlock } from './ClaimsBlock.tsx'
import { FigureBlock } from './FigureBlock.tsx'
import { HeadingBlock } from './HeadingBlock.tsx'
import { JudgementsBlock } from './JudgementsBlock.tsx'
import { RecordsBlock } from './RecordsBlock.tsx'
import { removeBlock } from './report-actions.ts'
import type { BlockDrag } from './use-block-drag.ts'
import { useReportState } from './report-state.ts'
import { TextBlock } from './TextBlock.tsx'

interface BlockCardProps {
  readonly report: ReportId
  readonly block: Block
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isReadOnly: boolean
  readonly drag: BlockDrag
  readonly onMove: (step: -1 | 1) => void
}

/** One part of a report, edited where it stands. Alt with the arrows moves it. */
export function BlockCard({ report, block, isFirst, isLast, isReadOnly, drag, onMove }: BlockCardProps): ReactElement {
  const { title } = blockKinds[block.content.kind]
  return (
    <li
      className={styles.block}
      onFocus={() => useReportState.setState({ activeBlock: block.id })}
      data-block={block.id}
      {...(drag.mark && { 'data-drop': drag.mark })}
      {...drag.card}
    >
      <div className={styles.head} {...drag.handle}>
        {!isReadOnly && (
          <span className={styles.grip} title="Drag to move" aria-hidden>
            <DragHandleVertical size={12} />
          </span>
        )}
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
      <Content report={report} block={block} isReadOnly={isReadOnly} />
      <BlockNotes report={report} block={block.id} />
    </li>
  )
}

const small = { look: 'quiet', size: 'small' } as const

function Content({
  report,
  block: { id, content },
  isReadOnly,
}: Pick<BlockCardProps, 'report' | 'block' | 'isReadOnly'>): ReactElement {
  const common = { id, isReadOnly }
  switch (content.kind) {
    case 'heading':
      return <HeadingBlock {...common} content={content} />
    case 'text':
    case 'bottom-line':
      return <TextBlock {...common} report={report} content={content} />
    case 'key-judgements':
      return <JudgementsBlock {...common} content={content} />
    case 'claims':
      return <ClaimsBlock {...common} content={content} />
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
          <TextBlock {...common} report={report} content={content} />
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
    case 'changes':
      return (
        <p className={styles.words}>
          Made from the data: which judgements, claims and sources are other than in the version that was exported last
          under the same label. Before the first export there is nothing to tell, and nothing is drawn.
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

import type { ReactElement } from 'react'
import { figureKinds, type FigureKind } from '../../../shared/figures/data.ts'
import { viewInWords } from '../../../shared/filter-words.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { Selection } from '../../../shared/list.ts'
import type { BlockContent } from '../../../shared/report.ts'
import { goTo } from '../../app/history.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/inputs.tsx'
import { figureNames } from '../figures/figures-state.ts'
import styles from './Block.module.css'

interface Props {
  readonly id: BlockId
  readonly content: Extract<BlockContent, { kind: 'figure' }>
  readonly isReadOnly: boolean
}

const kinds = figureKinds.map((value) => ({ value, label: figureNames[value].title }))

/** A picture of the report: which one, and of which records. It is drawn in the preview. */
export function FigureBlock({ id, content, isReadOnly }: Props): ReactElement {
  const { request } = content
  const setKind = (figure: FigureKind): void =>
    void run('blocks.update', { id, content: { ...content, request: { ...request, figure } } })
  return (
    <div className={styles.add}>
      <Select
        aria-label="Which picture"
        value={request.figure}
        options={kinds}
        disabled={isReadOnly}
        onChange={setKind}
      />
      <p className={styles.words}>
        Of {selectionInWords(request.claims, 'claims')}
        {request.events ? ` and ${selectionInWords(request.events, 'events')}` : ''}, drawn anew with the report.
      </p>
      <Button look="quiet" size="small" onClick={() => goTo('/pictures')} title="Choose there, then “Add to report”">
        Choose on the pictures’ screen
      </Button>
    </div>
  )
}

/** "12 chosen claims", "claims with place: Kursk", "all claims". */
function selectionInWords(selection: Selection | undefined, what: string): string {
  if (!selection) return `all ${what}`
  if ('ids' in selection) return `${selection.ids.length.toLocaleString('en-GB')} chosen ${what}`
  return viewInWords(selection.view, what)
}

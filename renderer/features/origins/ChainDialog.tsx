import type { ReactElement } from 'react'
import { FigureOptions, type FigureRequest } from '../../../shared/figures/data.ts'
import type { OriginsReport } from '../../../shared/origins.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { addFigureToReport } from '../figures/add-to-report.ts'
import { useSaveFigure } from '../figures/save-figure.ts'
import { openRecord } from '../records/open-record.ts'
import styles from './ChainFigure.module.css'
import { ChainFigure } from './ChainFigure.tsx'
import type { OriginsTarget } from './OriginsSection.tsx'

export interface ChainDialogProps {
  readonly target: OriginsTarget
  readonly report: OriginsReport
  readonly onClose: () => void
}

/** The chain to the origins, large; as a file, or in a report, with all origins that count as one. */
export function ChainDialog({ target, report, onClose }: ChainDialogProps): ReactElement {
  const canEdit = useReadOnly() === null
  const request = requestOf(target)
  const save = useSaveFigure(request)
  const add = (): void => {
    onClose()
    void addFigureToReport(request, FigureOptions.parse({}))
  }
  const { chain, summary } = report
  return (
    <Dialog
      isOpen
      title="Chain to the origins"
      width={1080}
      onClose={onClose}
      foot={chain.left > 0 ? `${chain.left.toLocaleString('en-GB')} more records are not drawn.` : undefined}
      actions={
        <>
          <Button onClick={() => save('svg')}>Save as SVG</Button>
          <Button onClick={() => save('png')}>Save as PNG</Button>
          {canEdit && <Button onClick={add}>Add to report</Button>}
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p className={styles.summary}>{summary}</p>
      <p className={styles.legend}>Solid: read, or not said. Dashed: cited, not seen. Click a record to open it.</p>
      <ChainFigure
        chain={chain}
        onOpen={(record) => {
          onClose()
          openRecord(record)
        }}
      />
    </Dialog>
  )
}

const requestOf = ({ kind, id }: OriginsTarget): FigureRequest => ({
  figure: 'origins',
  ...(kind === 'claim' ? { claims: { ids: [id] } } : { events: { ids: [id] } }),
})

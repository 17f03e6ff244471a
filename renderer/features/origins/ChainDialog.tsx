import { useMemo, type ReactElement } from 'react'
import { FigureOptions, type FigureRequest } from '../../../shared/figures/data.ts'
import type { Collapse } from '../../../shared/origins.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { addFigureToReport } from '../figures/add-to-report.ts'
import { FigureView } from '../figures/FigureView.tsx'
import { saveFigure } from '../figures/save-figure.ts'
import { useFigure, useFrame } from '../figures/use-figure.ts'
import { openRecord } from '../records/open-record.ts'
import styles from './ChainDialog.module.css'
import type { OriginsTarget } from './OriginsSection.tsx'

export interface ChainDialogProps {
  readonly target: OriginsTarget
  /** Which origins count as one. */
  readonly collapse: Collapse
  readonly onClose: () => void
}

/** As wide as the dialog has room for. */
const least = { width: 1000, height: 200 }

/** The chain to the origins, large; what is shown is what is saved, or put into a report. */
export function ChainDialog({ target, collapse, onClose }: ChainDialogProps): ReactElement {
  const canEdit = useReadOnly() === null
  const request = useMemo(() => requestOf(target, collapse), [target, collapse])
  const frame = useFrame(least, 'chain')
  const drawn = useFigure(request, frame)
  const save = (format: 'svg' | 'png') => () => drawn && void saveFigure(drawn.figure, frame.theme, format)
  const add = (): void => {
    onClose()
    void addFigureToReport(request, FigureOptions.parse({}))
  }
  return (
    <Dialog
      isOpen
      title="Chain to the origins"
      width={1080}
      onClose={onClose}
      actions={
        <>
          <Button disabled={!drawn} onClick={save('svg')}>
            Save as SVG
          </Button>
          <Button disabled={!drawn} onClick={save('png')}>
            Save as PNG
          </Button>
          {canEdit && <Button onClick={add}>Add to report</Button>}
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.scroller}>
        {drawn && (
          <FigureView
            drawn={drawn}
            frame={frame}
            onOpen={(record) => {
              onClose()
              openRecord(record)
            }}
          />
        )}
      </div>
      <div className={styles.notes}>
        {drawn?.figure.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>Solid: read, or not said. Broken: cited, not seen. Arrow keys go through the records, Enter opens one.</p>
      </div>
    </Dialog>
  )
}

const requestOf = ({ kind, id }: OriginsTarget, collapse: Collapse): FigureRequest => ({
  figure: 'origins',
  collapse,
  ...(kind === 'claim' ? { claims: { ids: [id] } } : { events: { ids: [id] } }),
})

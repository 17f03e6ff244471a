import type { ReactElement } from 'react'
import type { OriginsReport } from '../../../shared/origins.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { openRecord } from '../records/open-record.ts'
import styles from './ChainFigure.module.css'
import { ChainFigure } from './ChainFigure.tsx'

export interface ChainDialogProps {
  readonly report: OriginsReport
  readonly onClose: () => void
}

/** The chain to the origins, large. */
export function ChainDialog({ report, onClose }: ChainDialogProps): ReactElement {
  const { chain, summary } = report
  return (
    <Dialog
      isOpen
      title="Chain to the origins"
      width={1080}
      onClose={onClose}
      foot={chain.left > 0 ? `${chain.left.toLocaleString('en-GB')} more records are not drawn.` : undefined}
      actions={<Button onClick={onClose}>Close</Button>}
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

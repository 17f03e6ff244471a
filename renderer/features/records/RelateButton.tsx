import { useState, type ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useGrid } from '../grid/grid-store.ts'
import { RelateDialog } from './RelateDialog.tsx'

/** Relates the two claims that are ticked; with any other number it is not there. */
export function RelateButton(): ReactElement | null {
  const selection = useGrid('claims', (state) => state.selection)
  const [isOpen, setIsOpen] = useState(false)
  const [one, other, ...more] = selection.kind === 'ids' ? selection.ids : []
  if (one === undefined || other === undefined || more.length > 0) return null
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        Relate…
      </Button>
      {isOpen && <RelateDialog claims={[one, other]} onClose={() => setIsOpen(false)} />}
    </>
  )
}

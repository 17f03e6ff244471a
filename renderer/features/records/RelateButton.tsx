import { useMemo, useState, type ReactElement } from 'react'
import { useCommands, type Command } from '../../app/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { useGrid } from '../grid/grid-store.ts'
import { RelateDialog } from './RelateDialog.tsx'

const relate = (run: () => void): Command => ({
  id: 'relate',
  label: 'Relate the two ticked claims…',
  group: 'Selection',
  shortcut: 'Mod+Shift+L',
  run,
})

/** Relates the two claims that are ticked; with any other number it is not there. */
export function RelateButton(): ReactElement | null {
  const selection = useGrid('claims', (state) => state.selection)
  const [isOpen, setIsOpen] = useState(false)
  const [one, other, ...more] = selection.kind === 'ids' ? selection.ids : []
  const isPair = other !== undefined && more.length === 0
  useCommands(useMemo(() => (isPair ? [relate(() => setIsOpen(true))] : []), [isPair]))
  if (one === undefined || !isPair) return null
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)}>
        Relate…
      </Button>
      {isOpen && <RelateDialog claims={[one, other]} onClose={() => setIsOpen(false)} />}
    </>
  )
}

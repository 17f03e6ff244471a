import { useState, type ReactElement } from 'react'
import type { SavedView, ViewsFound } from '../../../shared/views.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Checkbox } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.ts'
import { closeViewQuestion } from './view-state.ts'
import styles from './ViewDialogs.module.css'

type Found = ViewsFound['views'][number]

const words: Readonly<Record<Found['verdict'], string>> = {
  new: 'new',
  same: 'already in the case',
  replaces: 'replaces the view of this name',
}

const counted = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'view' : 'views'}`

/** Shows what a file of views would bring, and asks which of them: those that replace none are ticked. */
export function ImportViewsDialog({ found }: { readonly found: ViewsFound }): ReactElement {
  const [chosen, setChosen] = useState<ReadonlySet<SavedView>>(
    () => new Set(found.views.filter(({ verdict }) => verdict === 'new').map(({ view }) => view)),
  )
  const set = (view: SavedView, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(view)
    else next.delete(view)
    setChosen(next)
  }
  const bring = async (): Promise<void> => {
    if (chosen.size === 0 || (await run('views.save', { views: [...chosen] })) === undefined) return
    toast({ message: `${counted(chosen.size)} imported from ${found.fileName}.` })
    closeViewQuestion()
  }
  return (
    <Dialog
      isOpen
      title={`Views in ${found.fileName}`}
      onClose={closeViewQuestion}
      onSubmit={() => void bring()}
      actions={
        <>
          <Button onClick={closeViewQuestion}>Cancel</Button>
          <Button look="primary" type="submit" disabled={chosen.size === 0}>
            Import {counted(chosen.size)}
          </Button>
        </>
      }
    >
      {found.views.length === 0 && <p>The file holds no views.</p>}
      <fieldset className={styles.found}>
        <legend className="visually-hidden">Which to import</legend>
        {found.views.map(({ view, verdict }) => (
          <Checkbox
            key={`${view.list} ${view.name}`}
            checked={chosen.has(view)}
            disabled={verdict === 'same'}
            label={`${view.name} · ${view.list} · ${words[verdict]}`}
            onChange={(isOn) => set(view, isOn)}
          />
        ))}
      </fieldset>
    </Dialog>
  )
}

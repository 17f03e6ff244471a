import { SwapHorizontal } from '@blueprintjs/icons'
import { useState, type ReactElement } from 'react'
import type { MergePair, MergeSide } from '../../../shared/merge.ts'
import { run, useCall } from '../../data/queries.ts'
import { toastDone } from '../../data/undo.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { gridStore } from '../grid/grid-store.ts'
import { nothingSelected } from '../grid/selection.ts'
import { apis, entityOfKind } from '../records/entities.ts'
import styles from './Merge.module.css'
import { consequences } from './merge-words.ts'
import { closeMerge, openMerge, useMerge } from './merge-state.ts'
import { MergeFields } from './MergeFields.tsx'

/** Mounted once by the window: the dialog that makes two records one. */
export function MergeHost(): ReactElement | null {
  const pair = useMerge((state) => state.pair)
  return pair && <MergeDialog key={`${pair.keep} ${pair.drop}`} pair={pair} />
}

function MergeDialog({ pair }: { readonly pair: MergePair }): ReactElement | null {
  const { kind, keep, drop } = pair
  const { data: preview, error } = useCall('merges.preview', pair)
  const [sides, setSides] = useState<Readonly<Record<string, MergeSide>>>({})
  const [reason, setReason] = useState('')
  const [isMerging, setIsMerging] = useState(false)
  const entity = entityOfKind[kind]
  const merge = async (): Promise<void> => {
    if (!preview || isMerging) return
    setIsMerging(true)
    const more = reason.trim() === '' ? {} : { reason: reason.trim() }
    const done = await run('merges.make', { ...pair, fields: { ...sides }, ...more })
    setIsMerging(false)
    if (!done) return
    closeMerge()
    gridStore(entity).setState({ selection: nothingSelected, focusedId: keep })
    await toastDone(`${preview.drop.label} was merged into ${preview.keep.label}.`)
  }
  return (
    <Dialog
      isOpen
      title={`Merge two ${apis[entity].many}`}
      width={860}
      onClose={closeMerge}
      onSubmit={() => void merge()}
      foot={isMerging ? 'Merging…' : undefined}
      actions={
        <>
          <Button onClick={closeMerge}>Cancel</Button>
          <Button look="primary" type="submit" disabled={!preview || isMerging}>
            Merge
          </Button>
        </>
      }
    >
      {error && <p>{error.message}</p>}
      {preview && (
        <>
          <div className={styles.head}>
            <p>
              {preview.keep.label} and {preview.drop.label} become one. Where they differ, choose which value stays.
            </p>
            <Button icon={<SwapHorizontal />} onClick={() => void openMerge({ kind, keep: drop, drop: keep })}>
              Keep {preview.drop.label} instead
            </Button>
          </div>
          <MergeFields
            keep={preview.keep.label}
            drop={preview.drop.label}
            fields={preview.fields}
            sides={sides}
            onChoose={(field, side) => setSides((chosen) => ({ ...chosen, [field]: side }))}
          />
          <ul className={styles.what} aria-label="What will happen">
            {consequences(kind, preview).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Field label="Reason" isOptional>
            {(ids) => <TextInput {...ids} value={reason} onChange={setReason} />}
          </Field>
        </>
      )}
    </Dialog>
  )
}

import { useState, type ReactElement } from 'react'
import type { Relation } from '../../../shared/claim.ts'
import { relationTypes } from '../../../shared/vocabulary.ts'
import { run, useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { optionsOf, Select, TextInput } from '../../ui/inputs.tsx'
import styles from './RelationsSection.module.css'

interface RelateDialogProps {
  readonly claims: readonly [string, string]
  readonly onClose: () => void
}

const types = optionsOf(relationTypes)

/** Relates two claims that were chosen in the grid: which of them, how, to which, and why. */
export function RelateDialog({ claims, onClose }: RelateDialogProps): ReactElement {
  const [[from, to], setEnds] = useState(claims)
  const [type, setType] = useState<Relation['type']>('contradicts')
  const [basis, setBasis] = useState('')
  const save = async (): Promise<void> => {
    const ends = { from: { kind: 'claim', id: from }, to: { kind: 'claim', id: to } } as const
    const given = basis.trim()
    if (await run('relations.add', { ...ends, type, ...(given && { basis: given }) })) onClose()
  }
  return (
    <Dialog
      isOpen
      title="Relate two claims"
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={() => setEnds([to, from])}>Swap</Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Relate
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <ClaimWords id={from} />
        <Select aria-label="Relation" autoFocus fill value={type} options={types} onChange={setType} />
        <ClaimWords id={to} />
        <Field label="Why" isOptional>
          {(ids) => <TextInput {...ids} value={basis} onChange={setBasis} />}
        </Field>
      </div>
    </Dialog>
  )
}

function ClaimWords({ id }: { readonly id: string }): ReactElement {
  const { data: claim } = useCall('claims.get', { id: id as never }, { keepPrevious: true })
  return (
    <p>
      <strong>{claim?.ref}</strong> {claim?.statement}
    </p>
  )
}

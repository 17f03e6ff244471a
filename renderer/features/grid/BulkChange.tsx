import type { ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field as FormField } from '../../ui/Field.tsx'
import { Select, TextInput } from '../../ui/inputs.tsx'
import { toast, toastFailure } from '../../ui/toast.ts'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { closings, useDraft } from '../drafts/use-draft.ts'
import { pathOfEntity } from '../records/entities.ts'
import { ValueEditor } from '../records/ValueEditor.tsx'
import type { GridDef } from './grid-def.ts'
import { viewOf } from './grid-store.ts'
import { toContract, type GridSelection } from './selection.ts'

export interface BulkChangeProps<Row extends { readonly id: string }, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  readonly selection: GridSelection
  readonly count: number
  readonly onClose: () => void
}

/** Sets one field of all that is ticked, with a reason if one likes. */
export function BulkChange<Row extends { readonly id: string }, Patch extends object>(
  props: BulkChangeProps<Row, Patch>,
): ReactElement {
  const { def, count, onClose } = props
  const editable = def.fields.filter(({ read }) => read)
  const place = {
    ...{ form: 'bulk', part: def.api.entity, record: null, words: `Change of many ${def.api.many}` },
    path: pathOfEntity[def.api.entity],
  }
  const first = editable.find(({ kind }) => kind === 'enum')?.field ?? editable[0]?.field ?? ''
  const draft = useDraft(place, () => ({ name: first, text: '', reason: '' }))
  const { name, text, reason } = draft.value
  const field = editable.find((known) => known.field === name)
  const result = field?.read?.(text)
  const what = `${count.toLocaleString('en-GB')} ${count === 1 ? def.api.one : def.api.many}`

  const apply = async (): Promise<void> => {
    const selection = toContract(props.selection, viewOf(def.api.entity))
    if (!selection || !field || !result?.ok) return
    try {
      const given = reason.trim()
      const changed = await def.api.update({ selection, patch: result.value, ...(given ? { reason: given } : {}) })
      draft.end()
      onClose()
      toast({
        message: `${field.fullTitle ?? field.title} set for ${changed.count.toLocaleString('en-GB')} of ${what}.`,
      })
    } catch (error) {
      toastFailure(error)
    }
  }
  const { cancel, leave } = closings(draft, onClose)
  return (
    <Dialog
      isOpen
      title={`Change ${what}`}
      onClose={leave}
      onSubmit={() => void apply()}
      foot="One step: it can be undone as a whole."
      actions={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button look="primary" type="submit" disabled={!result?.ok}>
            Change {what}
          </Button>
        </>
      }
    >
      <DraftLine draft={draft} />
      <FormField label="Field">
        {(ids) => (
          <Select
            {...ids}
            value={name}
            options={editable.map((known) => ({ value: known.field, label: known.fullTitle ?? known.title }))}
            onChange={(next) => draft.set({ name: next, text: '' })}
          />
        )}
      </FormField>
      <FormField
        label="New value"
        help={text === '' ? 'Left empty, the field is emptied.' : undefined}
        error={result && !result.ok ? result.error.message : null}
      >
        {(ids) =>
          field && (
            <ValueEditor
              key={`${name} ${draft.version}`}
              {...ids}
              field={field}
              value={text}
              onChange={(next) => draft.set({ text: next })}
            />
          )
        }
      </FormField>
      <FormField label="Reason" isOptional help="Kept in the history of each record.">
        {(ids) => <TextInput {...ids} value={reason} onChange={(next) => draft.set({ reason: next })} />}
      </FormField>
    </Dialog>
  )
}

import { useState, type ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field as FormField } from '../../ui/Field.tsx'
import { toastFailure } from '../../ui/toast.ts'
import { DraftLine } from '../drafts/DraftLine.tsx'
import { closings, useDraft } from '../drafts/use-draft.ts'
import { pathOfEntity, type EntityApi } from './entities.ts'
import type { Field } from './field.ts'
import styles from './NewRecordDialog.module.css'
import { openRecord } from './open-record.ts'
import { ValueEditor } from './ValueEditor.tsx'

type Texts = Readonly<Record<string, string>>

export interface NewRecordDialogProps<Row, Patch> {
  readonly api: EntityApi<Row, Patch>
  /** What is asked; the first is the record's name and must be given. */
  readonly fields: readonly Field<Row, Patch>[]
  readonly helps?: Texts
  readonly foot?: string
  /** What is filled in already, by field. */
  readonly given?: Texts
  readonly onClose: () => void
}

/** Asks for what makes a record of its kind; the rest is filled in beside the grid. */
export function NewRecordDialog<Row, Patch extends object>(props: NewRecordDialogProps<Row, Patch>): ReactElement {
  const { api, fields, helps = {}, foot, given = {}, onClose } = props
  const draft = useDraft(placeOf(api), (): Texts =>
    Object.fromEntries(fields.map(({ field }) => [field, given[field] ?? ''])),
  )
  const { value: texts, set } = draft
  const [isTried, setIsTried] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const name = fields[0]?.field
  const errors = errorsOf(fields, texts)
  const add = async (): Promise<void> => {
    setIsTried(true)
    if (Object.keys(errors).length > 0 || isBusy) return
    setIsBusy(true)
    try {
      const { ids } = await api.create({ patch: patchOf(fields, texts) })
      draft.end()
      onClose()
      const [id] = ids
      if (id) openRecord({ kind: api.kind, id })
    } catch (error) {
      setIsBusy(false)
      toastFailure(error)
    }
  }
  const { cancel, leave } = closings(draft, onClose)
  return (
    <Dialog
      isOpen
      width={600}
      title={`New ${api.one}`}
      onClose={leave}
      onSubmit={() => void add()}
      foot={foot}
      actions={
        <>
          <Button onClick={cancel}>Cancel</Button>
          <Button look="primary" type="submit">
            Add {api.one}
          </Button>
        </>
      }
    >
      <DraftLine draft={draft} />
      <div className={styles.form} key={draft.version}>
        {fields.map((field) => (
          <div key={field.field} className={field.kind === 'long' ? styles.whole : styles.half}>
            <FormField
              label={field.fullTitle ?? field.title}
              isOptional={field.field !== name}
              error={isTried || texts[field.field] ? (errors[field.field] ?? null) : null}
              help={helps[field.field]}
            >
              {(ids) => (
                <ValueEditor
                  {...ids}
                  field={field as Field<never, unknown>}
                  value={texts[field.field] ?? ''}
                  autoFocus={field.field === name}
                  onChange={(text) => set({ [field.field]: text })}
                />
              )}
            </FormField>
          </div>
        ))}
      </div>
    </Dialog>
  )
}

/** Where the draft of a new record of a kind lies. */
const placeOf = <Row, Patch>({ entity, one }: EntityApi<Row, Patch>) => ({
  ...{ form: newForm(one), part: 'new', record: null, words: `New ${one}` },
  path: pathOfEntity[entity],
})

export const newForm = (one: string): string => `new-${one}`

function errorsOf<Row, Patch>(fields: readonly Field<Row, Patch>[], texts: Texts): Texts {
  const errors: Record<string, string> = {}
  fields.forEach((field, at) => {
    const text = texts[field.field] ?? ''
    if (text === '' && at > 0) return
    const result = field.read?.(text)
    if (result && !result.ok) errors[field.field] = result.error.message
  })
  return errors
}

function patchOf<Row, Patch extends object>(fields: readonly Field<Row, Patch>[], texts: Texts): Patch {
  const patches = fields.flatMap((field) => {
    const text = texts[field.field] ?? ''
    const result = text === '' ? undefined : field.read?.(text)
    return result?.ok ? [result.value] : []
  })
  return Object.assign({}, ...patches) as Patch
}

import type { ReactElement } from 'react'
import { listedFields, type ImportField, type ImportKind } from '../../../shared/import-lists.ts'
import type { ColumnUse } from '../../../shared/mapping.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/inputs.tsx'
import { FieldSelect } from './FieldSelect.tsx'
import styles from './ImportDialog.module.css'
import { fieldName } from './import-fields.ts'

export interface ColumnSettingsProps {
  readonly kind: ImportKind
  readonly use: ColumnUse
  readonly field: ImportField | null
  /** The other columns of the same field. */
  readonly others: readonly string[]
  /** What stands between their texts. */
  readonly join: string
  readonly onUse: (use: ColumnUse) => void
  readonly onJoin: (text: string) => void
}

/** How a column's cells are taken apart, or joined with those of others. */
export function ColumnSettings(props: ColumnSettingsProps): ReactElement {
  const { kind, use, field, others, join, onUse, onJoin } = props
  const { fields, separator } = use
  const isSplit = fields.length > 1
  const split = (): void => {
    const own = fields.length === 0 ? [null] : fields
    onUse({ fields: [...own, null], separator: isSplit ? separator : ',' })
  }
  return (
    <div className={styles.settings}>
      {others.length > 0 && (
        <Field
          label={`Between this and ${others.join(', ')}`}
          help={`Their texts are joined with ${markInWords(join)}.`}
        >
          {(ids) => <TextInput {...ids} value={join} onChange={onJoin} />}
        </Field>
      )}
      {(isSplit || (field !== null && listedFields.has(field))) && (
        <Field
          label={isSplit ? 'Parts are separated by' : 'Values are separated by'}
          help={isSplit ? 'The last part gets what is left.' : 'A semicolon where it is empty.'}
        >
          {(ids) => (
            <TextInput
              {...ids}
              value={separator ?? ''}
              placeholder={isSplit ? '' : ';'}
              onChange={(text) => onUse({ fields, separator: text === '' ? null : text })}
            />
          )}
        </Field>
      )}
      {isSplit &&
        fields.map((part, at) => (
          <div key={at} className={styles.part}>
            <span className={styles.partName}>part {at + 1}</span>
            <FieldSelect
              kind={kind}
              value={part}
              label={`Field for part ${at + 1}`}
              none="passed over"
              onChange={(next) => onUse({ fields: fields.with(at, next), separator })}
            />
          </div>
        ))}
      <div className={styles.actions}>
        <Button size="small" onClick={split}>
          {isSplit ? 'One part more' : 'Split into several fields'}
        </Button>
        {isSplit && (
          <Button size="small" onClick={() => onUse({ fields: field === null ? [] : [field], separator: null })}>
            Do not split
          </Button>
        )}
      </div>
      {field !== null && !isSplit && others.length === 0 && (
        <p className={styles.hint}>To join columns, choose “{fieldName(field)}” for the other ones too.</p>
      )}
    </div>
  )
}

/** A space cannot be seen in a field. */
function markInWords(mark: string): string {
  if (mark === '') return 'nothing between them'
  return mark.trim() === '' ? 'a space between them' : `“${mark}” between them`
}

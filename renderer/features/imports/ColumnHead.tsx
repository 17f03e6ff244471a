import { More } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { ColumnUse } from '../../../shared/mapping.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Menu.tsx'
import { ColumnSettings, type ColumnSettingsProps } from './ColumnSettings.tsx'
import { FieldSelect } from './FieldSelect.tsx'
import styles from './ImportDialog.module.css'
import { fieldName } from './import-fields.ts'

interface ColumnHeadProps extends Omit<ColumnSettingsProps, 'field'> {
  readonly name: string
}

/** A column of the file and the field that it fills. */
export function ColumnHead({ name, ...settings }: ColumnHeadProps): ReactElement {
  const { kind, use, others, onUse } = settings
  const field = use.fields.find((one) => one !== null) ?? null
  return (
    <th scope="col">
      <span className={styles.name} title={name}>
        {name}
      </span>
      <span className={styles.choose}>
        <FieldSelect
          kind={kind}
          value={field}
          label={`Field for the column ${name}`}
          onChange={(next) => onUse({ fields: next === null ? [] : [next], separator: null })}
        />
        <Popover content={<ColumnSettings {...settings} field={field} />} placement="bottom-end">
          <Button look="quiet" size="small" icon={<More />} label={`More about the column ${name}`} />
        </Popover>
      </span>
      <span className={styles.how}>{howInWords(use, others)}</span>
    </th>
  )
}

function howInWords({ fields, separator }: ColumnUse, others: readonly string[]): string {
  if (fields.length > 1)
    return `split at “${separator ?? ''}”: ${fields.map((field) => (field === null ? '–' : fieldName(field))).join(', ')}`
  if (others.length > 0) return `joined with ${others.join(', ')}`
  return separator === null ? '' : `values parted by “${separator}”`
}

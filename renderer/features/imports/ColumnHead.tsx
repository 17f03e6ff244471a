import { More } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { ColumnUse } from '../../../shared/mapping.ts'
import type { ImportField } from '../../../shared/import-lists.ts'
import { Button } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Menu.tsx'
import { ColumnSettings, type ColumnSettingsProps } from './ColumnSettings.tsx'
import { FieldSelect } from './FieldSelect.tsx'
import { fieldName } from './import-fields.ts'
import styles from './PlanTable.module.css'

interface ColumnHeadProps extends ColumnSettingsProps {
  readonly name: string
}

/** A column of the file and the field that it fills. */
export function ColumnHead({ name, ...settings }: ColumnHeadProps): ReactElement {
  const { kind, use, field, others, onUse } = settings
  const how = howInWords(use, others)
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
          onChange={(next) => onUse(filling(use, next))}
        />
        <Popover content={<ColumnSettings {...settings} />} placement="bottom-end">
          <Button look="quiet" size="small" icon={<More />} label={`More about the column ${name}`} />
        </Popover>
      </span>
      <span className={styles.how} title={how}>
        {how}
      </span>
    </th>
  )
}

/** A column that is split stays so: another field for it is one for its first part that fills any. */
function filling({ fields, separator }: ColumnUse, field: ImportField | null): ColumnUse {
  if (fields.length > 1 && field !== null) {
    const first = fields.findIndex((one) => one !== null)
    return { fields: fields.with(Math.max(first, 0), field), separator }
  }
  return { fields: field === null ? [] : [field], separator: null }
}

function howInWords({ fields, separator }: ColumnUse, others: readonly string[]): string {
  if (fields.length > 1)
    return `split at “${separator ?? ''}”: ${fields.map((field) => (field === null ? '–' : fieldName(field))).join(', ')}`
  if (others.length > 0) return `joined with ${others.join(', ')}`
  return separator === null ? '' : `values parted by “${separator}”`
}

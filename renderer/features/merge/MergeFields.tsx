import type { ReactElement } from 'react'
import type { MergeField, MergeSide } from '../../../shared/merge.ts'
import styles from './Merge.module.css'
import { nameOfField } from './merge-words.ts'

interface MergeFieldsProps {
  readonly keep: string
  readonly drop: string
  readonly fields: readonly MergeField[]
  readonly sides: Readonly<Record<string, MergeSide>>
  readonly onChoose: (field: string, side: MergeSide) => void
}

/** The fields in which two records differ, side by side, each with its choice; those that are the same are folded away. */
export function MergeFields({ keep, drop, fields, sides, onChoose }: MergeFieldsProps): ReactElement {
  const differing = fields.filter((field) => field.keep !== field.drop)
  const same = fields.filter((field) => field.keep === field.drop && field.keep !== null)
  return (
    <>
      <table className={styles.fields}>
        <thead>
          <tr>
            <th scope="col" className={styles.name}>
              Field
            </th>
            <th scope="col">
              {keep} <span className={styles.role}>stays</span>
            </th>
            <th scope="col">
              {drop} <span className={styles.role}>goes to the trash</span>
            </th>
            <th scope="col" className={styles.both}>
              Both
            </th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <Choice key={field.field} field={field} side={sides[field.field] ?? field.side} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
      {differing.length === 0 && <p className={styles.none}>They differ in no field.</p>}
      {same.length > 0 && (
        <details className={styles.same}>
          <summary>{same.length === 1 ? '1 field is the same' : `${same.length} fields are the same`}</summary>
          <dl className={styles.list}>
            {same.map(({ field, keep: value }) => (
              <div key={field} className={styles.pair}>
                <dt>{nameOfField(field)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

interface ChoiceProps {
  readonly field: MergeField
  readonly side: MergeSide
  readonly onChoose: MergeFieldsProps['onChoose']
}

/** Native radio buttons: Tab goes from field to field, the arrows choose. */
function Choice({ field, side, onChoose }: ChoiceProps): ReactElement {
  const name = nameOfField(field.field)
  const radio = (value: MergeSide, words: string | null): ReactElement => (
    <label className={styles.choice}>
      <input
        type="radio"
        name={`merge-${field.field}`}
        aria-label={`${name}: ${value === 'both' ? 'both' : (words ?? 'not set')}`}
        checked={side === value}
        onChange={() => onChoose(field.field, value)}
      />
      {value !== 'both' && <span className={styles.value}>{words ?? <i>not set</i>}</span>}
    </label>
  )
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      <td className={side === 'drop' ? styles.left : styles.taken}>{radio('keep', field.keep)}</td>
      <td className={side === 'keep' ? styles.left : styles.taken}>{radio('drop', field.drop)}</td>
      <td className={styles.both}>{field.sides.includes('both') && radio('both', null)}</td>
    </tr>
  )
}

import type { ReactElement } from 'react'
import type { CarriedRecord, EvidenceVerdict } from '../../../shared/evidence.ts'
import styles from './Evidence.module.css'
import { toggled, toggledKey, type Picked } from './picks.ts'

interface RecordsProps {
  readonly records: readonly CarriedRecord[]
  readonly picked: Picked
  /** Nothing can be chosen. */
  readonly isFixed: boolean
  readonly onPick: (picked: Picked) => void
}

const groups: readonly { readonly verdict: EvidenceVerdict; readonly title: string }[] = [
  { verdict: 'conflict', title: 'Changed on both sides' },
  { verdict: 'changed', title: 'Changed by the sender' },
  { verdict: 'new', title: 'New' },
]
/** More rows of a group than a person looks through are counted only; all of them are taken or left together. */
const mostShown = 300

/** What differs, to be taken or left: conflicts field by field with both sides. */
export function EvidenceRecords({ records, ...picking }: RecordsProps): ReactElement {
  return (
    <div className={styles.records} tabIndex={0} role="group" aria-label="Records of the report">
      {groups.map(({ verdict, title }) => (
        <Group
          key={verdict}
          title={title}
          records={records.filter((record) => record.verdict === verdict)}
          {...picking}
        />
      ))}
    </div>
  )
}

function Group({
  title,
  records,
  picked,
  isFixed,
  onPick,
}: RecordsProps & { readonly title: string }): ReactElement | null {
  if (records.length === 0) return null
  const taken = records.filter(({ id }) => picked.has(id)).length
  const all = (isTaken: boolean): void => {
    let next = picked
    for (const record of records) next = toggled(next, record, isTaken)
    onPick(next)
  }
  return (
    <section aria-label={title}>
      <h3 className={styles.group}>
        <label>
          <input
            type="checkbox"
            checked={taken === records.length}
            ref={(box) => {
              if (box) box.indeterminate = taken > 0 && taken < records.length
            }}
            disabled={isFixed}
            aria-label={`${title}: take all`}
            onChange={(event) => all(event.target.checked)}
          />
          {title}
        </label>
        <span className={styles.count}>
          {taken.toLocaleString('en-GB')} of {records.length.toLocaleString('en-GB')} taken
        </span>
      </h3>
      {records.slice(0, mostShown).map((record) => (
        <Row key={record.id} record={record} picked={picked} isFixed={isFixed} onPick={onPick} />
      ))}
      {records.length > mostShown && (
        <p className={styles.more}>
          {(records.length - mostShown).toLocaleString('en-GB')} more are taken or left with the box above.
        </p>
      )}
    </section>
  )
}

interface RowProps extends Omit<RecordsProps, 'records'> {
  readonly record: CarriedRecord
}

function Row({ record, picked, isFixed, onPick }: RowProps): ReactElement {
  const { kind, name, text, differences, verdict } = record
  return (
    <div className={styles.record}>
      <label className={styles.name}>
        <input
          type="checkbox"
          checked={picked.has(record.id)}
          disabled={isFixed}
          onChange={(event) => onPick(toggled(picked, record, event.target.checked))}
        />
        <span className={styles.kind}>{kind}</span>
        <span className={styles.called}>{name}</span>
        {text !== null && text !== name && <span className={styles.text}>{text}</span>}
      </label>
      {verdict !== 'new' && differences.length > 0 && (
        <table className={styles.fields}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Yours</th>
              <th scope="col">Theirs</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <Choice
                key={`${difference.key} ${difference.field}`}
                difference={difference}
                name={`${record.id} ${difference.key} ${difference.field}`}
                isTheirs={picked.get(record.id)?.has(difference.key) ?? false}
                isFixed={isFixed}
                onChoose={(isTheirs) => onPick(toggledKey(picked, record, difference.key, isTheirs))}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly difference: CarriedRecord['differences'][number]
  readonly name: string
  readonly isTheirs: boolean
  readonly isFixed: boolean
  readonly onChoose: (isTheirs: boolean) => void
}

/** Native radio buttons: Tab goes from field to field, the arrows choose. */
function Choice({ difference, name, isTheirs, isFixed, onChoose }: ChoiceProps): ReactElement {
  const { field, ours, theirs } = difference
  const side = (isOfTheirs: boolean, words: string | null): ReactElement => (
    <td className={isOfTheirs === isTheirs ? styles.taken : styles.left}>
      <label className={styles.choice}>
        <input
          type="radio"
          name={name}
          aria-label={`${field}, ${isOfTheirs ? 'theirs' : 'yours'}: ${words ?? 'not set'}`}
          checked={isOfTheirs === isTheirs}
          disabled={isFixed}
          onChange={() => onChoose(isOfTheirs)}
        />
        <span>{words ?? <i>not set</i>}</span>
      </label>
    </td>
  )
  return (
    <tr>
      <th scope="row">{field}</th>
      {side(false, ours)}
      {side(true, theirs)}
    </tr>
  )
}

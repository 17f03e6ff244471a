import type { ReactElement } from 'react'
import type { RecordComparison } from '../../../shared/versions.ts'
import { FieldTable } from '../history/FieldTable.tsx'
import styles from './Versions.module.css'

const groups: readonly { readonly verdict: RecordComparison['verdict']; readonly title: string }[] = [
  { verdict: 'changed', title: 'Changed' },
  { verdict: 'added', title: 'New' },
  { verdict: 'removed', title: 'No longer in it' },
]
const mostShown = 500

/** The records of two versions that differ: the changed ones field by field. */
export function RecordsSideBySide({ records }: { readonly records: readonly RecordComparison[] }): ReactElement {
  if (records.length === 0) return <p className={styles.words}>The records behind both versions are the same.</p>
  return (
    <>
      {groups.map(({ verdict, title }) => {
        const found = records.filter((record) => record.verdict === verdict)
        return (
          found.length > 0 && (
            <section key={verdict} aria-label={title}>
              <h3 className={styles.group}>
                {title}
                <span className={styles.count}>{found.length.toLocaleString('en-GB')}</span>
              </h3>
              {found.slice(0, mostShown).map((record) => (
                <Row key={record.id} record={record} />
              ))}
              {found.length > mostShown && (
                <p className={styles.words}>{(found.length - mostShown).toLocaleString('en-GB')} more</p>
              )}
            </section>
          )
        )
      })}
    </>
  )
}

function Row({ record }: { readonly record: RecordComparison }): ReactElement {
  const { kind, name, text, differences } = record
  return (
    <div className={styles.record} data-change="">
      <p className={styles.name}>
        <span className={styles.kind}>{kind}</span>
        <span className={styles.called}>{name}</span>
        {text !== null && !name.startsWith('“') && text !== name && <span className={styles.statement}>{text}</span>}
      </p>
      {differences.length > 0 && (
        <div className={styles.fields}>
          <FieldTable fields={differences} />
        </div>
      )}
    </div>
  )
}

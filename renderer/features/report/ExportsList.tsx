import { Comparison } from '@blueprintjs/icons'
import type { ReactElement } from 'react'
import type { ReportExport } from '../../../shared/report.ts'
import { momentInWords } from '../../app/time.ts'
import { Button } from '../../ui/Button.tsx'
import { SectionHead } from '../../ui/SectionHead.tsx'
import { TlpBadge } from '../../ui/TlpBadge.tsx'
import styles from './ExportsList.module.css'
import { useReportState } from './report-state.ts'

/** The files that were made of a report; the checksum shows whether a file is still the one that was written. */
export function ExportsList({ exports }: { readonly exports: readonly ReportExport[] }): ReactElement | null {
  if (exports.length === 0) return null
  return (
    <section className={styles.exports}>
      <SectionHead title="Exports made" />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Marking</th>
            <th scope="col">When</th>
            <th scope="col">By</th>
            <th scope="col">SHA-256</th>
            <th scope="col" aria-label="Compare" />
          </tr>
        </thead>
        <tbody>
          {exports.map(({ id, sha256, fileName, at, by, tlp, isKept }) => (
            <tr key={id ?? `${at} ${sha256}`}>
              <td className={styles.file} title={fileName}>
                {fileName}
              </td>
              <td>
                <TlpBadge tlp={tlp} />
              </td>
              <td>{momentInWords(at)}</td>
              <td>{by}</td>
              <td className={styles.hash} title={sha256}>
                {sha256.slice(0, 8)}…
              </td>
              <td className={styles.compare}>
                {isKept && (
                  <Button
                    look="quiet"
                    size="small"
                    icon={<Comparison size={14} />}
                    label="Compare with another version"
                    onClick={() => useReportState.setState({ compared: id })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { useEffect, useState, type ReactElement } from 'react'
import type { Topic } from '../../../shared/contract.ts'
import type { ReportId } from '../../../shared/ids.ts'
import { onPush } from '../../data/invalidation.ts'
import { useReportState } from './report-state.ts'
import styles from './ReportPreview.module.css'

const shown: ReadonlySet<Topic> = new Set(['reports', 'claims', 'events', 'sources', 'analysis', 'case', 'views'])
const pauseMs = 250

/** How the report reads: the page that an export to HTML writes, in a frame that can run nothing. */
export function ReportPreview({ id }: { readonly id: ReportId }): ReactElement {
  const wanted = useVersion()
  const [ready, setReady] = useState(wanted)
  const block = useReportState((state) => state.activeBlock)
  // The next page is loaded behind the present one and takes its place when it is there: no white between the two.
  const versions = [...new Set([ready, wanted])]
  return (
    <section className={styles.preview} aria-label="Preview of the report">
      {versions.map((version) => (
        <iframe
          key={version}
          className={version === ready ? styles.frame : styles.next}
          title={version === ready ? 'Preview of the report' : 'Next preview'}
          aria-hidden={version !== ready}
          sandbox=""
          src={`app://preview/${id}?v=${version}${block === null ? '' : `#block-${block}`}`}
          onLoad={() => setReady((before) => Math.max(before, version))}
        />
      ))}
    </section>
  )
}

/** Counts up when something changed that a report can show; a burst of changes counts once. */
function useVersion(): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    let timer: number | undefined
    const stop = onPush(({ topics }) => {
      if (!topics.some((topic) => shown.has(topic))) return
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setVersion((before) => before + 1), pauseMs)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [])
  return version
}

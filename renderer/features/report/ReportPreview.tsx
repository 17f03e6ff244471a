import { useEffect, useState, type ReactElement } from 'react'
import type { Topic } from '../../../shared/contract.ts'
import type { BlockId, ReportId } from '../../../shared/ids.ts'
import { call } from '../../data/call.ts'
import { onPush, topicsOf } from '../../data/invalidation.ts'
import { PreviewPage } from './preview-page.ts'
import styles from './ReportPreview.module.css'
import { useTypedTexts } from './typed-texts.ts'

const shown: ReadonlySet<Topic> = new Set(topicsOf['reports.preview'])

/** How the report reads: the page that an export to HTML writes, in a frame that can run nothing. */
export function ReportPreview({ id }: { readonly id: ReportId }): ReactElement {
  const [page, setPage] = useState<PreviewPage>()
  useEffect(() => (page ? follow(id, page) : undefined), [id, page])
  return (
    <section className={styles.preview} aria-label="Preview of the report">
      <iframe
        className={styles.frame}
        title="Preview of the report"
        aria-hidden={false}
        // Its page is filled from here, and nothing in it runs.
        sandbox="allow-same-origin"
        src="app://window/preview"
        onLoad={({ currentTarget: { contentDocument } }) => {
          if (contentDocument) setPage(new PreviewPage(contentDocument))
        }}
      />
    </section>
  )
}

/** Keeps a page as the report is, with what is being typed; answers how to stop. */
function follow(id: ReportId, page: PreviewPage): () => void {
  let isOver = false
  let isAsking = false
  let isBehind = false
  /** One request at a time: what changes meanwhile is asked for by the next. */
  const ask = async (): Promise<void> => {
    isBehind = isAsking
    if (isAsking) return
    isAsking = true
    const typed = Object.entries(useTypedTexts.getState()).map(([blockId, text]) => ({
      blockId: blockId as BlockId,
      text,
    }))
    // A report that is gone takes its preview with it; whatever else fails is told where it is edited.
    const answer = await call('reports.preview', { id, typed, known: page.known }).catch(() => undefined)
    isAsking = false
    if (isOver) return
    if (answer) page.show(answer)
    if (isBehind) await ask()
  }
  void ask()
  const stops = [
    onPush(({ topics }) => {
      if (topics.some((topic) => shown.has(topic))) void ask()
    }),
    useTypedTexts.subscribe(() => void ask()),
  ]
  return () => {
    isOver = true
    for (const stop of stops) stop()
  }
}

import { useState, type ReactElement } from 'react'
import type { EvidenceSummary, Pick } from '../../../shared/evidence.ts'
import type { Output } from '../../../shared/contract.ts'
import { momentInWords } from '../../../shared/moments.ts'
import { run, useCall } from '../../data/queries.ts'
import { toastDone } from '../../data/undo.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TlpBadge } from '../../ui/TlpBadge.tsx'
import styles from './Evidence.module.css'
import { closeEvidence, useEvidence, type OpenReport } from './evidence-state.ts'
import { EvidenceRecords } from './EvidenceRecords.tsx'
import { pickedFrom, toPicks, type Picked } from './picks.ts'

/** Mounted once by the window: the dialog that reads what a report carries. */
export function EvidenceHost(): ReactElement | null {
  const file = useEvidence((state) => state.file)
  return file && <EvidenceDialog key={file.ticket} file={file} />
}

function EvidenceDialog({ file }: { readonly file: OpenReport }): ReactElement {
  const { data, error } = useCall('evidence.look', { ticket: file.ticket }, { keepPrevious: true })
  return data ? <Carried file={file} read={data} /> : <Waiting file={file} words={error?.message ?? 'Reading…'} />
}

function Waiting({ file, words }: { readonly file: OpenReport; readonly words: string }): ReactElement {
  return (
    <Dialog
      isOpen
      title={`Read ${file.fileName}`}
      width={640}
      onClose={closeEvidence}
      actions={<Button onClick={closeEvidence}>Close</Button>}
    >
      <p role="status">{words}</p>
    </Dialog>
  )
}

interface CarriedProps {
  readonly file: OpenReport
  readonly read: Output<'evidence.look'>
}

function Carried({ file, read }: CarriedProps): ReactElement {
  const { summary, records, usual, sha256 } = read
  const [picked, setPicked] = useState<Picked>(() => pickedFrom(usual))
  const [isBusy, setIsBusy] = useState(false)
  const readOnly = useReadOnly()
  const picks = toPicks(picked)
  const cannot = readOnly ?? unusable(summary)
  const take = async (): Promise<void> => {
    if (isBusy || cannot !== null || picks.length === 0) return
    setIsBusy(true)
    const done = await run('evidence.take', { ticket: file.ticket, sha256, picks })
    setIsBusy(false)
    if (!done) return
    closeEvidence()
    await toastDone(`${recordsInWords(done.count)} came in from ${file.fileName}.`)
  }
  return (
    <Dialog
      isOpen
      isTall
      title={`Read ${file.fileName}`}
      width={920}
      onClose={closeEvidence}
      onSubmit={() => void take()}
      foot={isBusy ? 'Bringing in…' : (cannot ?? footOf(summary, picks))}
      actions={
        <>
          <Button onClick={closeEvidence}>{cannot === null ? 'Cancel' : 'Close'}</Button>
          {cannot === null && (
            <Button look="primary" type="submit" disabled={isBusy || picks.length === 0}>
              Bring in {recordsInWords(picks.length)}
            </Button>
          )}
        </>
      }
    >
      <Head summary={summary} />
      <EvidenceRecords records={records} picked={picked} isFixed={cannot !== null} onPick={setPicked} />
    </Dialog>
  )
}

const recordsInWords = (count: number): string => `${count.toLocaleString('en-GB')} record${count === 1 ? '' : 's'}`

/** Why nothing of it can come in; null where it can. */
function unusable({ hash }: EvidenceSummary): string | null {
  if (hash === 'none')
    return 'This file carries no evidence: it was not made by Parallax, or another program saved it since.'
  return hash === 'bad'
    ? 'This report was altered after it was made, so nothing of it is brought in. Ask for it again.'
    : null
}

function footOf({ new: fresh, changed, conflicts }: EvidenceSummary, picks: readonly Pick[]): string {
  if (fresh + changed + conflicts === 0) return 'The case has all of it already.'
  const open = conflicts === 0 ? '' : ' Where both sides changed, yours stays unless you choose theirs.'
  return `${picks.length === 0 ? 'Nothing is chosen.' : 'One step, which undo takes back.'}${open}`
}

/** Who made it and when, and what it comes to. */
function Head({ summary }: { readonly summary: EvidenceSummary }): ReactElement | null {
  const { made, by, title, caseTitle, tlp, hash } = summary
  if (made === null) return null
  const counts = [
    [summary.conflicts, 'changed on both sides'],
    [summary.changed, 'changed by the sender'],
    [summary.new, 'new'],
    [summary.same, 'the same'],
  ] as const
  return (
    <div className={styles.head}>
      <p className={styles.title}>
        {title} {tlp && <TlpBadge tlp={tlp} />}
      </p>
      <p className={styles.made}>
        Made {momentInWords(made)} by {by || 'nobody named'}, from the case “{caseTitle}”.{' '}
        {hash === 'ok' ? 'It is as it was made.' : <strong className={styles.bad}>It was altered since.</strong>}
      </p>
      <p className={styles.counts}>
        {counts
          .filter(([count]) => count > 0)
          .map(([count, words]) => `${count.toLocaleString('en-GB')} ${words}`)
          .join(' · ')}
      </p>
    </div>
  )
}

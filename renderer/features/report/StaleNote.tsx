import { useState, type ReactElement } from 'react'
import type { Judgement } from '../../../shared/report.ts'
import type { EvidenceChange } from '../../../shared/stale.ts'
import { goTo } from '../../app/history.ts'
import { momentInWords } from '../../app/time.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { openRecord } from '../records/open-record.ts'
import { ReviewForm } from './ReviewForm.tsx'
import { cutAtNames } from './cut-at-names.ts'
import styles from './StaleNote.module.css'

interface StaleNoteProps {
  readonly judgement: Judgement
  readonly isReadOnly: boolean
}

const shown = 4

/** Says of a judgement what changed of its evidence since it was weighed, and lets one review it. */
export function StaleNote({ judgement, isReadOnly }: StaleNoteProps): ReactElement | null {
  const [isWhole, setIsWhole] = useState(false)
  const { changes, evidence } = judgement
  if (changes.length === 0) return null
  const left = changes.length - shown
  return (
    <section className={styles.stale} aria-label="What changed of the evidence">
      <p>
        <Badge tone="look">stale</Badge> The evidence has changed since it was weighed.
      </p>
      <ul>
        {changes.slice(0, isWhole ? changes.length : shown).map((change) => (
          <li key={`${change.claimId} ${change.kind}`} title={weighedInWords(evidence, change)}>
            <Sentence change={change} />
          </li>
        ))}
      </ul>
      {left > 0 && !isWhole && (
        <Button size="small" look="quiet" onClick={() => setIsWhole(true)}>
          Show {left} more
        </Button>
      )}
      {!isReadOnly && <ReviewForm judgement={judgement} />}
    </section>
  )
}

const weighedInWords = (evidence: Judgement['evidence'], { claimId }: EvidenceChange): string =>
  evidence.flatMap((piece) => (piece.claimId === claimId ? `Weighed ${momentInWords(piece.weighed)}` : [])).join()

/** A sentence about a change, in which each claim leads to where it is. */
function Sentence({ change }: { readonly change: EvidenceChange }): ReactElement {
  const { claimId, ref, kind, against, sentence } = change
  const ids = new Map([...against, { id: claimId, ref: ref ?? firstWords }].map((claim) => [claim.ref, claim.id]))
  const show = (id: string): void =>
    kind === 'trashed' && id === claimId ? goTo('/history/trash') : openRecord({ kind: 'claim', id })
  return (
    <>
      {cutAtNames(
        sentence,
        [...ids.keys()].flatMap((name) => name ?? []),
      ).map((part, at) => {
        const id = ids.get(part)
        return id === undefined ? (
          part
        ) : (
          <button key={at} type="button" className={styles.claim} title={`Show ${part}`} onClick={() => show(id)}>
            {part}
          </button>
        )
      })}
    </>
  )
}

/** What a claim without a reference is called where a sentence begins with it. */
const firstWords = 'A claim without a reference'

import { useState, type ReactElement } from 'react'
import type { ClaimId, EventId, RecordLink } from '../../../shared/ids.ts'
import { collapseAll, type OriginEntry, type OriginsReport } from '../../../shared/origins.ts'
import { useCall } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { RecordButton } from '../records/RecordButton.tsx'
import { Nothing, Section } from '../records/Section.tsx'
import { ChainDialog } from './ChainDialog.tsx'
import { CollapseSwitches } from './CollapseSwitches.tsx'
import styles from './OriginsSection.module.css'

export type OriginsTarget =
  { readonly kind: 'claim'; readonly id: ClaimId } | { readonly kind: 'event'; readonly id: EventId }

/** Where a claim or an event comes from: how many origins there are, what stands out, and who they are. */
export function OriginsSection({ target }: { readonly target: OriginsTarget }): ReactElement {
  const [collapse, setCollapse] = useState(collapseAll)
  const [isDrawn, setIsDrawn] = useState(false)
  const { data: report } = useCall('analysis.origins', { target, collapse }, { keepPrevious: true })
  const isEmpty = report !== undefined && report.list.length + report.gaps.length === 0
  const draw = (
    <Button size="small" look="quiet" onClick={() => setIsDrawn(true)}>
      Show the chain
    </Button>
  )
  return (
    <Section title="Origins" actions={report && !isEmpty && draw}>
      {isEmpty && <Nothing>No claim is about it yet.</Nothing>}
      {report && !isEmpty && (
        <>
          <p className={styles.summary}>{report.summary}</p>
          <Findings report={report} />
          <ul className={styles.list}>
            {report.list.map((entry, index) => (
              <Entry key={index} entry={entry} isOrigin />
            ))}
            {report.gaps.map((entry, index) => (
              <Entry key={index} entry={entry} isOrigin={false} />
            ))}
          </ul>
          <CollapseSwitches isInPane collapse={collapse} onChange={setCollapse} />
        </>
      )}
      {isDrawn && <ChainDialog target={target} collapse={collapse} onClose={() => setIsDrawn(false)} />}
    </Section>
  )
}

function Findings({ report }: { readonly report: OriginsReport }): ReactElement | null {
  if (report.findings.length === 0) return null
  return (
    <ul className={styles.findings} aria-label="What stands out">
      {report.findings.map(({ flag, sentence, records }, index) => (
        <li key={index}>
          <strong>{flag}</strong> {sentence}
          {flag !== 'single origin' && flag !== 'translated echo' && <Records links={records} />}
        </li>
      ))}
    </ul>
  )
}

const shown = 6

function Records({ links }: { readonly links: readonly RecordLink[] }): ReactElement {
  return (
    <span className={styles.records}>
      {links.slice(0, shown).map((link) => (
        <RecordButton key={`${link.kind} ${link.id}`} to={link} title={link.detail}>
          {link.label}
        </RecordButton>
      ))}
      {links.length > shown && <span>and {(links.length - shown).toLocaleString('en-GB')} more</span>}
    </span>
  )
}

function Entry({ entry, isOrigin }: { readonly entry: OriginEntry; readonly isOrigin: boolean }): ReactElement {
  const count = entry.carrierCount
  return (
    <li className={isOrigin ? styles.origin : styles.gap}>
      <div className={styles.who}>
        {entry.source ? <RecordButton to={entry.source}>{entry.label}</RecordButton> : <span>{entry.label}</span>}
        <span className={styles.count}>
          {count.toLocaleString('en-GB')} {count === 1 ? 'document' : 'documents'}
        </span>
      </div>
      {entry.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </li>
  )
}

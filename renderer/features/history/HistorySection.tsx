import { useState, type ReactElement } from 'react'
import type { HistoryRef } from '../../../shared/history.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../records/Section.tsx'
import { Versions } from './Versions.tsx'

interface HistorySectionProps {
  readonly record: HistoryRef
  readonly canEdit: boolean
}

/** What happened to a record, shown when it is asked for. */
export function HistorySection({ record, canEdit }: HistorySectionProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  const toggle = (
    <Button
      size="small"
      look="quiet"
      aria-expanded={isOpen}
      label={isOpen ? 'Hide the history' : 'Show the history'}
      onClick={() => setIsOpen(!isOpen)}
    >
      {isOpen ? 'Hide' : 'Show'}
    </Button>
  )
  return (
    <Section title="History" actions={toggle}>
      {isOpen && <Versions record={record} canEdit={canEdit} />}
    </Section>
  )
}

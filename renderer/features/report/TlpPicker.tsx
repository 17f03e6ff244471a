import { useState, type ReactElement } from 'react'
import type { Report } from '../../../shared/report.ts'
import { tlpLabels, type Tlp } from '../../../shared/scales.ts'
import { run } from '../../data/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/inputs.tsx'

/** The marking of a report. Raising it is done at once; lowering it lets the report go further, so it asks. */
export function TlpPicker({ report: { id, tlp } }: { readonly report: Report }): ReactElement {
  const [lower, setLower] = useState<Tlp | null>(null)
  const mark = (next: Tlp): void => void run('reports.update', { id, patch: { tlp: next } })
  const close = (): void => setLower(null)
  return (
    <>
      <Select
        aria-label="TLP marking of the report"
        value={tlp}
        options={tlpLabels.map((value) => ({ value, label: `TLP:${value}` }))}
        onChange={(next) => (tlpLabels.indexOf(next) < tlpLabels.indexOf(tlp) ? setLower(next) : mark(next))}
      />
      {lower !== null && (
        <Dialog
          isOpen
          title={`Lower the marking to TLP:${lower}?`}
          onClose={close}
          actions={
            <>
              <Button autoFocus onClick={close}>
                Keep TLP:{tlp}
              </Button>
              <Button
                look="danger"
                onClick={() => {
                  mark(lower)
                  close()
                }}
              >
                Lower to TLP:{lower}
              </Button>
            </>
          }
        >
          <p>
            The report may then go to more people than under TLP:{tlp}. Claims above TLP:{lower} are left out of it and
            listed by reference as withheld. What you wrote yourself, in texts and judgements, is not: read it first.
          </p>
        </Dialog>
      )}
    </>
  )
}

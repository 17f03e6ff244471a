import type { ReactElement } from 'react'
import type { Output } from '../../shared/contract.ts'
import { run } from '../data/queries.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import { dayInWords } from './time.ts'

type Offer = NonNullable<Output<'case.refused'>>

/** What can be done about a damaged case: its newest good backup, or what can be read in a new case. */
export function DamageActions({ offer }: { readonly offer: Offer }): ReactElement {
  return (
    <>
      {offer.newestBackup !== null && (
        <Button size="small" onClick={() => void run('case.restoreNewest')}>
          {`Restore the backup of ${dayInWords(offer.newestBackup)}`}
        </Button>
      )}
      <Button size="small" onClick={() => void recover()}>
        Recover into a new case…
      </Button>
    </>
  )
}

async function recover(): Promise<void> {
  const message = await run('case.recover')
  if (message) toast({ message, intent: 'warning', timeout: 0 })
}

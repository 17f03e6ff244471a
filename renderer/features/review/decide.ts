import type { Finding } from '../../../shared/analysis.ts'
import { run } from '../../data/queries.ts'
import { toastDone } from '../../data/undo.ts'

type State = Finding['state']

const done: Readonly<Record<State, string>> = {
  confirmed: 'Confirmed',
  rejected: 'Rejected',
  suggested: 'Open again',
}

/** Says what a person holds of a suggestion, and tells that it can be undone. Answers whether it was stored. */
export async function decide(finding: Finding, state: State, reason?: string): Promise<boolean> {
  const changed = await run('analysis.decide', { keys: [finding.key], state, ...(reason && { reason }) })
  if (!changed) return false
  await toastDone(`${done[state]}: ${finding.left.ref} ${finding.type} ${finding.right.ref}.`)
  return true
}

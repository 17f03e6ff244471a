import { basename } from 'node:path'
import type { DamageOffer } from '../../shared/case.ts'
import { ExpectedError } from '../../shared/result.ts'
import { listBackups } from '../store/backups/list.ts'
import type { Recovery } from '../store/recover/salvage.ts'
import type { Tickets } from './tickets.ts'
import type { Workbench } from './workbench.ts'

/** What is offered for a damaged case. */
export const offerFor = (path: string, message: string, tickets: Tickets): DamageOffer => ({
  ticket: tickets.issue(path),
  fileName: basename(path),
  message,
  newestBackup: listBackups(path)[0]?.at ?? null,
})

/** The case that damage let open to read only, or not at all. */
export class DamagedCase {
  readonly #workbench: Pick<Workbench, 'hasCase' | 'store' | 'tickets'>
  readonly #onRefused: () => void
  #refused: { readonly path: string; readonly message: string } | undefined

  constructor(workbench: Pick<Workbench, 'hasCase' | 'store' | 'tickets'>, onRefused: () => void) {
    this.#workbench = workbench
    this.#onRefused = onRefused
  }

  /** Opens a case and remembers it where damage did not let it open. */
  async opening<T>(path: string, open: () => Promise<T>): Promise<T> {
    this.#refused = undefined
    try {
      return await open()
    } catch (error) {
      if (error instanceof ExpectedError && error.code === 'damaged') {
        this.#refused = { path, message: error.message }
        this.#onRefused()
      }
      throw error
    }
  }

  /** What is offered for the one that could not be opened. */
  get offer(): DamageOffer | null {
    return this.#refused ? offerFor(this.#refused.path, this.#refused.message, this.#workbench.tickets) : null
  }

  get path(): string {
    if (this.#refused) return this.#refused.path
    if (this.#workbench.hasCase && this.#workbench.store.isDamaged) return this.#workbench.store.path
    throw new ExpectedError('nothing-to-do', 'No damaged case is open.')
  }
}

/** What became of a recovery, in a sentence or two. */
export function inWords({ tables, removed, lines, alteredTables }: Recovery): string {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
  const read = sum(tables.map((table) => table.read))
  const lost = sum(tables.map((table) => table.lost + table.refused)) + sum(Object.values(removed))
  const how = lost === 0 ? 'none is known to be lost' : `at least ${number(lost)} ${lost === 1 ? 'is' : 'are'} lost`
  const altered = alteredTables.length === 0 ? '' : ` Some rows of these may be altered: ${alteredTables.join(', ')}.`
  return `${number(read)} rows were read, ${how}.${altered} All that could be read is also in ${basename(lines)}.`
}

const number = (value: number): string => value.toLocaleString('en-GB')

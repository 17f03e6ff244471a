import { randomUUID } from 'node:crypto'
import { ExpectedError } from '../../shared/result.ts'

/** Stand-ins for paths: the window gets a ticket and never sees or makes up a path. */
export class Tickets {
  readonly #paths = new Map<string, string>()

  issue(path: string): string {
    const ticket = randomUUID()
    this.#paths.set(ticket, path)
    return ticket
  }

  path(ticket: string): string {
    const path = this.#paths.get(ticket)
    if (path === undefined) throw new ExpectedError('not-found', 'This file is no longer known. Choose it again.')
    return path
  }
}

import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Lets everything else go first from now on: the window draws and answers meanwhile, also on a machine of few processors.
 * `program`: all of this program; `thread`: the thread that calls this, where the system tells one from its program
 * (Linux). Where it may not be done, it goes with the others. It cannot be taken back.
 */
export function goLast(what: 'program' | 'thread'): void {
  try {
    if (what === 'program') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
    else if (process.platform === 'linux') setPriority(ownThread(), constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It is no part of what was asked for.
  }
}

/** The number of the thread that runs this: Linux has one list for threads and programs. */
const ownThread = (): number => Number(readlinkSync('/proc/thread-self').split('/').at(-1))

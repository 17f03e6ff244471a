import type { Threads } from '../core/context.ts'
/** Whether the person has interrupted the program since. */
export interface Interrupt {
  readonly happened: () => boolean
  readonly stop: () => void
}

/** Where a command reads its surroundings from and writes to: the process, or a test. */
export interface Io {
  /** Results: what a script reads. */
  readonly out: (text: string) => void
  /** Messages to the person. */
  readonly err: (text: string) => void
  /** Width of the terminal that shows `out`; undefined when it is none. */
  readonly columns: number | undefined
  /** Whether `err` is a terminal, on which a line can be overwritten. */
  readonly showsProgress: boolean
  /** The name under which changes are recorded. */
  readonly user: string
  /** The programs of the threads that help with long lists; undefined: there are none. */
  readonly threads?: Threads
  /** Until `stop` is called, an interrupt (Ctrl+C) does not end the program: the command ends itself, tidily. */
  readonly watchInterrupt: () => Interrupt
}

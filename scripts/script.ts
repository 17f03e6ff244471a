import { isStopping } from './on-exit.ts'
import { type SetupError, explain } from './setup/errors.ts'

/** Runs a script's main function: what is expected to go wrong ends in a message and a code, never in a stack. */
export async function runScript(main: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    // The signal handler ends the process with the signal's own code.
    if (isStopping()) return
    const expected = explain(error)
    if (!expected) throw error
    reportError(expected)
    process.exitCode = expected.exitCode
  }
}

/** Prints what happened and what to do, to stderr. */
export function reportError(error: SetupError): void {
  process.stderr.write(`Error: ${error.message}\n${error.advice ? `${error.advice}\n` : ''}`)
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ExpectedError } from '../../shared/result.ts'
import { writeWhole } from '../store/write-whole.ts'
import type { Io } from './io.ts'

/** A browser engine that starts while the page for it is still being made. */
export interface Printer {
  /** Prints a self-contained HTML page to PDF; once. */
  readonly print: (html: Uint8Array) => Promise<Uint8Array>
  /** Ends it, whether it has printed or not, and leaves nothing behind. */
  readonly close: () => Promise<void>
}

/** Node has no browser engine, so the application's own runtime prints. What it says goes to the messages: stdout is for results. */
export function startPrinter(io: Io): Printer {
  const script = printScript()
  const folder = mkdtempSync(join(tmpdir(), 'parallax-pdf-'))
  const from = join(folder, 'in.html')
  const to = join(folder, 'out.pdf')
  // It prints when the page is there, and ends when its input ends before that.
  const child = spawn(process.execPath, [script, from, to], { stdio: ['pipe', 'pipe', 'pipe'] })
  let fault: Error | undefined
  child.stdout.on('data', (text: Buffer) => io.err(text.toString()))
  child.stderr.on('data', (text: Buffer) => io.err(text.toString()))
  child.stdin.on('error', () => undefined)
  child.on('error', (error) => (fault = error))
  const ended = once(child, 'close').catch(() => undefined)
  return {
    print: async (html) => {
      writeWhole(from, html)
      const isOver = ended.then(() => true)
      // It appears when it is whole; the engine takes a while to end after that.
      while (!existsSync(to)) if (await Promise.race([isOver, sleep(10, false)])) break
      if (existsSync(to)) return readFileSync(to)
      throw (
        fault ??
        new ExpectedError(
          'cannot-write',
          `The PDF could not be printed (exit code ${child.exitCode ?? 'none'}; see above).`,
        )
      )
    },
    close: async () => {
      child.stdin.end()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The script is in the checkout, above this file both in the sources and in the built output. */
function printScript(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const script = join(folder, 'scripts', 'print-pdf.ts')
    if (existsSync(script)) return script
    if (folder === dirname(folder))
      throw new ExpectedError('cannot-read', 'scripts/print-pdf.ts is not there. PDF needs the whole checkout.')
  }
}

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ExpectedError } from '../../shared/result.ts'
import type { Io } from './io.ts'

/** Prints a self-contained HTML page to PDF. Node has no browser engine, so the application's own runtime does it. */
export async function printPdf(io: Io, html: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-pdf-'))
  const from = join(folder, 'in.html')
  const to = join(folder, 'out.pdf')
  try {
    writeFileSync(from, html)
    await runScript(io, [printScript(), from, to])
    return readFileSync(to)
  } finally {
    rmSync(folder, { recursive: true, force: true })
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

/** What the script says goes to the messages: stdout is for results. */
function runScript(io: Io, args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (text: Buffer) => io.err(text.toString()))
    child.stderr.on('data', (text: Buffer) => io.err(text.toString()))
    child.on('error', failed)
    child.on('close', (code) => {
      if (code === 0) done()
      else failed(new ExpectedError('cannot-write', `The PDF could not be printed (exit code ${code}; see above).`))
    })
  })
}

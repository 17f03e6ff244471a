import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { withDisplay } from './display.ts'
import { runApp } from './electron.ts'
import { onExit } from './on-exit.ts'
import { runScript } from './script.ts'
import { SetupError } from './setup/errors.ts'
import { type Runtime, ensureRuntime } from './setup/runtime.ts'

// `node scripts/print-pdf.ts <in.html> <out.pdf>`: the command line has no browser engine of its own. The page may come
// while the engine starts; if the input ends before it is there, nothing is printed.
await runScript(async () => {
  const files = process.argv.slice(2).map((file) => resolve(file))
  if (files.length !== 2) throw new SetupError('Wrong usage.', 'print-pdf <in.html> <out.pdf>', 2)
  const waits = waitForPage(files[0] ?? '')
  try {
    const runtime = await ensureRuntime({ quiet: true })
    return await withDisplay((display) => withProfile((profile) => print(runtime, files, display, profile)))
  } finally {
    if (waits) process.stdin.destroy()
  }
})

function waitForPage(page: string): boolean {
  if (existsSync(page)) return false
  // All ends as by a signal, whose handler takes everything back.
  process.stdin.on('end', () => existsSync(page) || process.emit('SIGTERM', 'SIGTERM')).resume()
  return true
}

function print(
  runtime: Runtime,
  [from, to]: readonly string[],
  display: Readonly<Record<string, string>>,
  profile: string,
): Promise<number> {
  return runApp(runtime, [`--print-pdf=${from}`, `--print-to=${to}`], {
    env: display,
    switches: [
      `--user-data-dir=${profile}`,
      // Chromium complains about a desktop that is not there; the app's own messages still come through.
      '--log-level=3',
      // Nothing is shown, so no process of its own has to draw on a screen.
      '--disable-gpu',
      '--disable-software-rasterizer',
      '--in-process-gpu',
    ],
  })
}

// A profile of its own, because a Parallax window may be open on the usual one.
async function withProfile(work: (folder: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-print-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const forget = onExit(remove)
  try {
    return await work(folder)
  } finally {
    remove()
    forget()
  }
}

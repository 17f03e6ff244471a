import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onExit } from './on-exit.ts'
import { findProgram } from './paths.ts'
import { ownGroup, stop } from './run.ts'
import { SetupError } from './setup/errors.ts'

/** True when a window can be shown to a person. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** A display that nobody sees: `env` is what a program needs to use it. */
export type VirtualDisplay = { readonly env: { readonly DISPLAY: string }; readonly stop: () => Promise<void> }

/** Runs `use` with the variables of a display: none where there is one, else those of a virtual one made for it. */
export async function withDisplay<T>(use: (env: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
  if (hasDisplay()) return use({})
  const display = await startDisplay()
  try {
    return await use(display.env)
  } finally {
    await display.stop()
  }
}

/** Starts a virtual display of 1920×1080 under a number of its own. */
export async function startDisplay(): Promise<VirtualDisplay> {
  const xvfb = findProgram('Xvfb')
  if (xvfb === undefined) throw noXvfb()
  // -displayfd lets the server choose a free number and tell it when it is ready.
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: ownGroup,
  })
  const end = (): Promise<void> => stop(server, 'SIGTERM', 2000)
  const forget = onExit(end)
  const number = await Promise.race([firstLine(server.stdio[3]), once(server, 'exit').then(() => undefined)])
  if (number === undefined) {
    forget()
    throw new SetupError('The virtual display (Xvfb) did not start.', 'Run "Xvfb -displayfd 1" to see why.')
  }
  return { env: { DISPLAY: `:${number}` }, stop: () => end().finally(forget) }
}

async function firstLine(stream: unknown): Promise<string | undefined> {
  let text = ''
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    text += chunk.toString()
    if (text.includes('\n')) return text.trim()
  }
  return undefined
}

function noXvfb(): SetupError {
  return new SetupError('There is no display, and Xvfb, which makes a virtual one, was not found.', 'Install Xvfb.')
}

import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupError } from './errors.ts'

/** Chromium refuses to run as root with its sandbox; for everyone else the sandbox stays on. */
export function sandboxArgs(): string[] {
  return isRoot() ? ['--no-sandbox'] : []
}

/**
 * Fails where this Linux forbids the sandbox that needs no set-up (Ubuntu 24.04 does) and the other one, a helper
 * owned by root, is not set up: Electron would end with a page of C++ instead.
 */
export function requireSandbox(executable: string): void {
  if (process.platform !== 'linux' || isRoot() || allowsUserNamespaces()) return
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (isRootHelper(helper)) return
  throw new SetupError(
    'This system lets Electron start its sandbox only through a helper that belongs to root.',
    `Run: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

function allowsUserNamespaces(): boolean {
  return (
    kernelSetting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    kernelSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1'
  )
}

function kernelSetting(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

function isRootHelper(file: string): boolean {
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}

import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onExit } from '../on-exit.ts'
import { withLock } from './lock.ts'
import { say } from './progress.ts'

const tempPrefix = 'making-'

/** Runs `work` while no other set-up on this machine works in the same cache. */
export function withCacheLock<T>(cache: string, work: () => Promise<T>): Promise<T> {
  return withLock(join(cache, 'lock'), work, () => say('Waiting for another set-up on this machine to end.'))
}

/**
 * Makes one part of the cache and gives its path. `make` fills a temporary folder and answers which path in it is
 * the part: only that is kept, by a rename, and only when all went well. The caller holds the cache lock.
 */
export async function makePart(
  cache: string,
  name: string,
  make: (folder: string) => Promise<string>,
): Promise<string> {
  const part = join(cache, name)
  if (existsSync(part)) return part
  mkdirSync(cache, { recursive: true })
  removeLeftovers(cache)
  const folder = mkdtempSync(join(cache, tempPrefix))
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const forget = onExit(remove)
  try {
    renameSync(await make(folder), part)
    return part
  } finally {
    remove()
    forget()
  }
}

// Only a set-up that was killed outright (power, SIGKILL) leaves one, and under the lock no other is at work.
function removeLeftovers(cache: string): void {
  for (const name of readdirSync(cache)) {
    if (name.startsWith(tempPrefix)) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

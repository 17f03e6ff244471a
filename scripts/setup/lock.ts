import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process holds the lock on `file`; `onWait` is called once if it has to wait.
 * The lock is SQLite's own on an empty database: the system gives it up when its holder dies, so none can go stale.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, onWait?: () => void): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  // Loaded here, because the usual case (nothing to do) never needs it.
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(file, { timeout: 0 })
  try {
    for (let tries = 0; !tryLock(database); tries += 1) {
      if (tries === 0) onWait?.()
      await sleep(100)
    }
    return await work()
  } finally {
    database.close()
  }
}

function tryLock(database: { exec(sql: string): unknown }): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return false
    throw error
  }
}

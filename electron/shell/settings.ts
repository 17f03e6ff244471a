import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Preferences } from '../../shared/case.ts'

const StoredRecent = z.object({ path: z.string(), title: z.string(), opened: z.string() })
export type StoredRecent = z.infer<typeof StoredRecent>

const Settings = z.object({
  preferences: Preferences.default({ theme: 'system', userName: '' }),
  recent: z.array(StoredRecent).max(20).default([]),
})
type Settings = z.infer<typeof Settings>

/** What belongs to the person and the machine, not to a case: preferences and the cases opened last. One JSON file. */
export class SettingsFile {
  readonly #path: string
  #settings: Settings

  constructor(path: string) {
    this.#path = path
    this.#settings = read(path)
  }

  get preferences(): Preferences {
    const { userName, ...rest } = this.#settings.preferences
    return { ...rest, userName: userName || userInfo().username }
  }

  setPreferences(patch: Partial<Preferences>): Preferences {
    this.#write({ ...this.#settings, preferences: { ...this.#settings.preferences, ...patch } })
    return this.preferences
  }

  get recent(): readonly StoredRecent[] {
    return this.#settings.recent
  }

  /** Puts a case first in the list. */
  remember(entry: StoredRecent): void {
    const others = this.#settings.recent.filter(({ path }) => path !== entry.path)
    this.#write({ ...this.#settings, recent: [entry, ...others].slice(0, 12) })
  }

  forget(path: string): void {
    this.#write({ ...this.#settings, recent: this.#settings.recent.filter((entry) => entry.path !== path) })
  }

  #write(settings: Settings): void {
    this.#settings = settings
    mkdirSync(dirname(this.#path), { recursive: true })
    writeFileSync(`${this.#path}.part`, JSON.stringify(settings, null, 2))
    renameSync(`${this.#path}.part`, this.#path)
  }
}

function read(path: string): Settings {
  try {
    return Settings.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // No file yet, or one that cannot be read: preferences are not worth refusing to start for.
    return Settings.parse({})
  }
}

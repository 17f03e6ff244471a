import { mkdirSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Preferences } from '../../shared/case.ts'
import { writeWhole } from '../store/write-whole.ts'

const StoredRecent = z.object({ path: z.string(), title: z.string(), opened: z.string() })
export type StoredRecent = z.infer<typeof StoredRecent>

/** What could not be told when the program ended, to be told when the case is next opened. */
const StoredNotice = z.object({ path: z.string(), message: z.string() })
type StoredNotice = z.infer<typeof StoredNotice>

const Settings = z.object({
  preferences: Preferences.default({ theme: 'system', userName: '' }),
  recent: z.array(StoredRecent).max(20).default([]),
  notices: z.array(StoredNotice).default([]),
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
    this.#settings = { ...this.#settings, preferences: { ...this.#settings.preferences, ...patch } }
    this.#write()
    return this.preferences
  }

  get recent(): readonly StoredRecent[] {
    return this.#settings.recent
  }

  /** Puts a case first in the list. */
  remember(entry: StoredRecent): void {
    const others = this.#settings.recent.filter(({ path }) => path !== entry.path)
    this.#keep({ recent: [entry, ...others].slice(0, 12) })
  }

  forget(path: string): void {
    this.#keep({ recent: this.#settings.recent.filter((entry) => entry.path !== path) })
  }

  /** Keeps what is to be told when a case is next opened. */
  keepNotice(notice: StoredNotice): void {
    this.#keep({ notices: [...this.#settings.notices, notice] })
  }

  /** What was kept to be told of a case; it is told once. */
  takeNotices(path: string): readonly string[] {
    const { notices } = this.#settings
    const told = notices.filter((notice) => notice.path === path)
    if (told.length > 0) this.#keep({ notices: notices.filter((notice) => notice.path !== path) })
    return told.map(({ message }) => message)
  }

  /** What the person did not ask to be kept: a disk that takes nothing must not keep a case from being opened. */
  #keep(patch: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...patch }
    try {
      this.#write()
    } catch {
      // It holds until the program ends.
    }
  }

  #write(): void {
    mkdirSync(dirname(this.#path), { recursive: true })
    writeWhole(this.#path, Buffer.from(JSON.stringify(this.#settings, null, 2)))
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

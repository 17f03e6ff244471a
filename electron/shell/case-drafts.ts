import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Draft, draftKey, type ListedDraft } from '../../shared/draft.ts'
import { writeWhole } from '../store/write-whole.ts'
import type { CaseStore } from '../store/case-store.ts'

const Kept = z.record(z.string(), z.record(z.string(), Draft))
type Kept = z.infer<typeof Kept>

export type DraftStore = Pick<CaseStore, 'readOnly' | 'ask'>

interface Options {
  /** Where drafts lie that the case cannot take just now. */
  readonly file: string
  readonly store: () => DraftStore
  /** Whether the case can be written at once: not while it is open to read only or a long import holds it. */
  readonly canWrite: () => boolean
}

/** What is typed and not saved yet: kept in the case, or in a file of its own until the case can be written again. */
export class CaseDrafts {
  readonly #options: Options
  #kept: Kept

  constructor(options: Options) {
    this.#options = options
    this.#kept = read(options.file)
  }

  async keep(caseId: string, draft: Draft): Promise<null> {
    const key = draftKey(draft)
    if (!this.#options.canWrite()) return this.#put(caseId, { ...this.#kept[caseId], [key]: draft })
    await this.#options.store().ask('drafts.store', { caseId, draft }, 'command')
    return this.#forget(caseId, key)
  }

  async drop(caseId: string, key: string): Promise<null> {
    this.#forget(caseId, key)
    const store = this.#options.store()
    if (store.readOnly !== null) return null
    return store.ask('drafts.remove', { caseId, key }, 'command')
  }

  /** The drafts of the open case; those kept beside it go into it first, where it can be written. */
  async list(): Promise<ListedDraft[]> {
    const store = this.#options.store()
    const info = await store.ask('case.info', undefined, 'query')
    if (this.#options.canWrite()) for (const draft of this.#besideOf(info.id)) await this.keep(info.id, draft)
    return store.ask('drafts.listStored', { beside: this.#besideOf(info.id) }, 'query')
  }

  #besideOf(caseId: string): Draft[] {
    return Object.values(this.#kept[caseId] ?? {})
  }

  #forget(caseId: string, key: string): null {
    const { [key]: known, ...others } = this.#kept[caseId] ?? {}
    return known === undefined ? null : this.#put(caseId, others)
  }

  #put(caseId: string, drafts: Kept[string]): null {
    this.#kept = { ...this.#kept, [caseId]: drafts }
    const held = Object.entries(this.#kept).filter(([, known]) => Object.keys(known).length > 0)
    writeWhole(this.#options.file, Buffer.from(JSON.stringify(Object.fromEntries(held))))
    return null
  }
}

function read(path: string): Kept {
  try {
    return Kept.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // There is none, as a rule: what is typed lies in the cases.
    return {}
  }
}

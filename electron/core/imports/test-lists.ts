import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportField, ImportKind } from '../../../shared/import-lists.ts'
import type { BatchSummary, ImportPlan, Preview } from '../../../shared/import.ts'
import { mappingOf } from '../../../shared/mapping.ts'
import { makeTestCase, type TestCase } from '../test-case.ts'

type Said = Partial<ImportPlan> & { readonly fields?: readonly (ImportField | null)[] }

/** A case and a folder of lists to import into it, for tests. */
export interface TestLists {
  file: TestCase
  readonly write: (content: string | Uint8Array, name?: string) => string
  /** Imports a file as the window would: by the mapping that was found, with what is said against it. */
  readonly importFile: (path: string, kind?: ImportKind, said?: Said) => Promise<BatchSummary>
  readonly importText: (content: string, kind?: ImportKind, said?: Said) => Promise<BatchSummary>
  readonly preview: (path: string, kind?: ImportKind, said?: Said) => Promise<Preview>
  readonly remove: () => void
}

export function makeTestLists(): TestLists {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-lists-'))
  const planOf = async (path: string, kind: ImportKind, { fields, ...said }: Said): Promise<ImportPlan> => {
    const { mappings, options } = await lists.file.call('imports.inspectFile', { path })
    return { kind, mapping: fields ? mappingOf(fields) : mappings[kind], options, ...said }
  }
  const lists: TestLists = {
    file: makeTestCase(),
    write: (content, name = 'list.csv') => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    importFile: async (path, kind = 'claims', said = {}) =>
      lists.file.call('imports.run', { path, job: 'job', ...(await planOf(path, kind, said)) }),
    importText: (content, kind, said) => lists.importFile(lists.write(content), kind, said),
    preview: async (path, kind = 'claims', said = {}) =>
      lists.file.call('imports.previewFile', { path, job: 'job', limit: null, ...(await planOf(path, kind, said)) }),
    remove: () => {
      lists.file.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return lists
}

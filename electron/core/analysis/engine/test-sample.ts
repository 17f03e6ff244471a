import type { TestCase } from '../../test-case.ts'

/** Imports the sample that Parallax ships with. */
export async function importSample(file: TestCase): Promise<void> {
  for (const kind of ['events', 'claims'] as const) {
    const path = `resources/sample/partnership-${kind}.csv`
    const { mappings } = await file.call('imports.inspectFile', { path })
    await file.call('imports.run', { path, kind, mapping: mappings[kind], job: kind })
  }
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeStaleParts, removeStalePartsAside } from './parts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-parts-'))
  // The number of a process that has ended.
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(join(folder, `small.parallax.${pid}.part`), 'x'.repeat(10))
  writeFileSync(join(folder, `large.parallax.${pid}.part`), 'x'.repeat(1000))
  writeFileSync(join(folder, `being-written.parallax.${process.pid}.part`), 'x')
  writeFileSync(join(folder, 'whole.parallax'), 'x')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const left = (): string[] => readdirSync(folder).map((name) => name.split('.')[0] ?? '')

it('takes away what nobody writes any more, and leaves what is large to be taken aside', async () => {
  removeStaleParts(folder, () => true, 100)
  expect(left().sort()).toEqual(['being-written', 'large', 'whole'])
  await removeStalePartsAside(folder, (name) => name.startsWith('other'))
  expect(left()).toHaveLength(3)
  await removeStalePartsAside(folder, () => true)
  expect(left().sort()).toEqual(['being-written', 'whole'])
})

it('takes away all of them where nobody waits', () => {
  removeStaleParts(folder, () => true)
  expect(left().sort()).toEqual(['being-written', 'whole'])
})

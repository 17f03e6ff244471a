import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { headSize, parityAt, sealedSize } from '../electron/store/recover/seal-format.ts'
import { readSeal } from '../electron/store/recover/seal.ts'
import { answerDialog, findings, launch, picture, projectFolder, temporaryFolder } from './app.ts'

const cli = join(projectFolder, 'out/main/cli.js')
const folder = temporaryFolder()
const sound = join(folder, 'partnership.parallax')
const at = (name: string): string => join(folder, name)

function run(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

beforeAll(() => {
  run('new', sound, '--title', 'Partnership')
  for (const kind of ['events', 'claims'])
    run('import', sound, join(projectFolder, 'resources/sample', `partnership-${kind}.csv`), '--kind', kind)
  run('backup', sound)
})

/** A copy in which letters changed by themselves, and what they could be computed from again is gone. */
function damagedCopy(name: string): string {
  const path = at(name)
  copyFileSync(sound, path)
  const seal = readSeal(path)
  if (!seal) throw new Error('The case has no seal')
  const bytes = readFileSync(path)
  for (let found = bytes.indexOf('Kursk'); found >= 0; found = bytes.indexOf('Kursk', found + 1)) bytes[found] = 88
  bytes.fill(0xa5, parityAt(seal), sealedSize(seal) - headSize)
  writeFileSync(path, bytes)
  return path
}

describe('a damaged case', () => {
  it('opens to read only, says so, and is recovered into a new case', async () => {
    const path = damagedCopy('damaged.parallax')
    const before = readFileSync(path)
    const { page, electron, close } = await launch({ casePath: path, size: { width: 1280, height: 800 } })
    try {
      const banner = page.getByRole('status').filter({ hasText: 'Read-only.' })
      await banner.filter({ hasText: /pages are not as they were when the case was closed/ }).waitFor()
      await picture(page, 'damage-banner')
      expect(await findings(page)).toEqual([])
      await answerDialog(electron, at('recovered.parallax'))
      await banner.getByRole('button', { name: 'Recover into a new case…' }).click()
      await page.getByText(/rows were read, none is known to be lost/).waitFor()
      await banner.waitFor({ state: 'detached' })
      await picture(page, 'damage-recovered')
      expect(readFileSync(path).equals(before)).toBe(true)
      expect(readFileSync(at('recovered.jsonl'), 'utf8')).toMatch(/"table":"claim"/)
    } finally {
      await close()
    }
  })

  it('is replaced by its newest good backup, and set aside', async () => {
    const path = sound
    copyFileSync(damagedCopy('other.parallax'), path)
    const { page, close } = await launch({ casePath: path })
    try {
      await page.getByRole('button', { name: /^Restore the backup of/ }).click()
      await page.getByRole('status').filter({ hasText: 'Read-only.' }).waitFor({ state: 'detached' })
      await page.getByText('Partnership').first().waitFor()
    } finally {
      await close()
    }
    run('check', path, '--deep')
  })
})

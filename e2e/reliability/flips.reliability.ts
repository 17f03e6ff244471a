import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { flipAndOpen, makeDamageable, ways } from '../../electron/store/recover/flips.ts'
import { projectFolder } from '../app.ts'
import { note } from './figures.ts'

const files = 300
const sample = (kind: string): string => join(projectFolder, 'resources/sample', `partnership-${kind}.csv`)

it(`${files} files in which 1 to 64 random bytes were flipped each end in one of the ways there are`, async () => {
  const original = await makeDamageable({ claims: sample('claims'), events: sample('events') })
  try {
    const endings = Array.from({ length: files }, (_, seed) => flipAndOpen(original, seed))
    expect(endings.filter(({ silentlyLost }) => silentlyLost > 0)).toEqual([])
    const tally = ways.map((way) => `${endings.filter((ending) => ending.way === way).length} ${way}`)
    const kept = endings.reduce((sum, ending) => sum + ending.kept, 0) / files
    note({
      what: 'files with 1 to 64 random bytes flipped',
      count: files,
      outcome: `${tally.join(', ')}; ${(100 * kept).toFixed(1)} % of the rows kept, none lost in silence`,
    })
  } finally {
    rmSync(original.folder, { recursive: true, force: true })
  }
})

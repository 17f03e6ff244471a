import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { flipAndOpen, makeDamageable, ways, type Damageable } from './flips.ts'

const sample = join(import.meta.dirname, '../../../resources/sample')
let original: Damageable
beforeAll(async () => {
  original = await makeDamageable({
    claims: join(sample, 'partnership-claims.csv'),
    events: join(sample, 'partnership-events.csv'),
  })
})
afterAll(() => rmSync(original.folder, { recursive: true, force: true }))

/** `npm run reliability` asks for more. */
const count = Number(process.env['PARALLAX_FLIPS'] ?? 48)

it(
  `ends each of ${count} damaged files in one of the ways there are, and loses nothing in silence`,
  { timeout: 600_000 },
  () => {
    const endings = Array.from({ length: count }, (_, seed) => ({ seed, ...flipAndOpen(original, seed) }))
    const tally = Object.fromEntries(ways.map((way) => [way, endings.filter((ending) => ending.way === way).length]))
    const kept = endings.reduce((sum, ending) => sum + ending.kept, 0) / count
    console.log(`${count} damaged files ended: ${JSON.stringify(tally)}; ${(100 * kept).toFixed(1)} % of the rows`)
    expect(endings.filter(({ silentlyLost }) => silentlyLost > 0)).toEqual([])
    expect(kept).toBeGreaterThan(0.5)
    expect(Object.values(tally).reduce((sum, one) => sum + one, 0)).toBe(count)
  },
)

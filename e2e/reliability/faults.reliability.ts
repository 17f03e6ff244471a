import { afterAll, expect, it } from 'vitest'
import { DiskFaults, diskErrors, type Fault } from '../faults/injector.ts'
import { Trial, type Ending } from '../faults/one-fault.ts'
import { operations } from '../faults/operations.ts'
import { randomFrom } from '../random.ts'
import { note } from './figures.ts'

// The disk fails at calls all over each operation: for good, with each of the four errors, once, and while reading. What is
// done, refused or kept, and what is left, `one-fault.ts` holds against what must be.

/** So many calls of each are met per kind of fault. A long import takes seconds each time. */
const many: Readonly<Record<string, number>> = { import: 8, 'long import': 2, backup: 8, restore: 8 }
const usual = 4

const kinds: readonly Omit<Fault, 'at'>[] = [
  ...diskErrors.map((error) => ({ error, once: false, calls: 'change' as const })),
  { error: 'EIO', once: true, calls: 'change' },
  { error: 'EIO', once: false, calls: 'read' },
]

const faults = new DiskFaults()
afterAll(() => faults.remove())

it.each(operations)('$name: faults of the disk leave all of it or nothing, and are told', async (operation) => {
  const trial = await Trial.of(operation, faults)
  const random = randomFrom(20_261_127)
  const toMeet: Fault[] = []
  for (const kind of kinds) toMeet.push(...(await trial.faults(kind, many[operation.name] ?? usual, random)))
  const endings = await trial.meetAll(toMeet)
  expect(endings.flatMap(({ wrong }) => wrong)).toEqual([])
  note({ what: `disk faults during ${operation.name}`, count: endings.length, outcome: inWords(endings) })
})

const words: Readonly<Record<Ending['how'], string>> = {
  refused: 'refused with nothing of it',
  kept: 'done, and what failed afterwards told',
  done: 'done',
}

function inWords(endings: readonly Ending[]): string {
  const tally = (['refused', 'kept', 'done'] as const).flatMap((way) => {
    const count = endings.filter(({ how }) => how === way).length
    return count === 0 ? [] : [`${count} ${words[way]}`]
  })
  return `${tally.join(', ')}; whole after each, and done on a sound disk`
}

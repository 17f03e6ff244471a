import { afterAll, expect, it } from 'vitest'
import { endsOfSteps, every, startsOfSteps, type Choice } from '../faults/choices.ts'
import { DiskFaults, type DiskError, type Fault } from '../faults/injector.ts'
import { Trial, type Ending } from '../faults/one-fault.ts'
import { operations } from '../faults/operations.ts'
import { note } from './figures.ts'

// The disk fails at the steps of each operation: for good, with each of the four errors, once, and while reading. What is
// done, refused or kept, and what is left, `one-fault.ts` holds against what must be.

/** They make hundreds and thousands of calls, each time for seconds: their steps are met, not every call. */
const long = new Set(['long import', 'migration'])

type Kind = Omit<Fault, 'at'>
const always = (error: DiskError): Kind => ({ error, once: false, calls: 'change' })

/** What fails, and at which of an operation's calls. */
const plan = (name: string): readonly (readonly [Kind, Choice])[] => [
  [always('EIO'), long.has(name) ? endsOfSteps : every],
  ...(['ENOSPC', 'EACCES', 'EROFS'] as const).map(
    (error) => [always(error), long.has(name) ? endsOfSteps : startsOfSteps] as const,
  ),
  [{ ...always('EIO'), once: true }, endsOfSteps],
  [{ ...always('EIO'), calls: 'read' }, endsOfSteps],
]

const faults = new DiskFaults()
afterAll(() => faults.remove())

it.each(operations)('$name: faults of the disk leave all of it or nothing, and are told', async (operation) => {
  const trial = await Trial.of(operation, faults)
  const toMeet: Fault[] = []
  for (const [kind, choose] of plan(operation.name)) toMeet.push(...(await trial.faults(kind, choose)))
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

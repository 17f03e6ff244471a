import type { Command } from 'commander'
import type { PlaceFacts, PlacePart } from '../../shared/places.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import * as help from './help.ts'
import type { Io } from './io.ts'
import { withReadCase } from './open-case.ts'
import { oneLine } from './table.ts'

/** `parallax places` */
export function addPlaces(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('places')
    .description('tell what is known of the places that a text names: by the case, else by the gazetteer')
    .argument('<case>', 'the case')
    .argument('<text>', 'one place or several with ; between, in any spelling and script')
    .option('--json', 'print one JSON list')
    .addHelpText('after', help.places)
    .action(async (path: string, text: string, { json }: { json?: boolean }) =>
      end(await places(io, path, text, json === true)),
    )
}

async function places(io: Io, path: string, text: string, isJson: boolean): Promise<ExitCode> {
  const parts = await withReadCase(io, path, (file) => file.ask('places.tree', { text }))
  io.out(isJson ? `${JSON.stringify(parts)}\n` : parts.map(inWords).join('\n'))
  return exitCodes.done
}

function inWords({ text, facts }: PlacePart): string {
  if (facts === null) return `${oneLine(text)}: not known\n`
  const { chain, others, note, names } = facts
  const lines = [
    [facts.name, ...chain.map(({ name }) => name)].join(' ⊂ '),
    `  ${[facts.kind, sourceOf(facts)].filter(Boolean).join(', ')}`,
    others.length > 0 && `  besides in: ${others.map(({ name }) => name).join(', ')}`,
    note !== null && `  disputed: ${note}`,
    facts.isCircular && '  what it is said to lie in does not count: it would lie in itself',
    facts.latitude !== null && facts.longitude !== null && `  at ${facts.latitude}, ${facts.longitude}`,
    `  names: ${names.join('; ')}`,
  ]
  return `${lines
    .filter((line) => line !== false)
    .map(oneLine)
    .join('\n')}\n`
}

const sourceOf = ({ id, isListed }: PlaceFacts): string =>
  id === null ? 'from the gazetteer' : isListed ? "the case's own, with the gazetteer" : "the case's own"

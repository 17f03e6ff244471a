import { outlines } from '../core/figures/outlines.ts'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { drawFigure } from '../../shared/figures/draw.ts'
import { figureKinds, type FigureKind, type FigureOptions, type FigureRequest } from '../../shared/figures/data.ts'
import { figureThemes, type Figure, type FigureTheme, type ThemeName } from '../../shared/figures/figure.ts'
import { nodesOf } from '../../shared/figures/node.ts'
import { svgFile } from '../../shared/figures/svg.ts'
import { writeWhole } from '../store/write-whole.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import * as help from './help.ts'
import type { Io } from './io.ts'
import { ExpectedError } from '../../shared/result.ts'
import { withReadCase, type OpenCase } from './open-case.ts'
import { readFilter } from './values.ts'
import { viewed, type Asked } from './viewed.ts'

interface Options extends Partial<FigureOptions>, Pick<Asked, 'view' | 'search' | 'filter'> {
  readonly out: string
  readonly of?: string
  readonly eventFilter?: Record<string, never>
  readonly width: number
  readonly height: number
  readonly theme: ThemeName
}

/** `parallax figure <case> <kind>` */
async function figure(io: Io, path: string, kind: FigureKind, options: Options): Promise<ExitCode> {
  const {
    out,
    of,
    view,
    search,
    filter,
    eventFilter,
    width,
    height,
    theme: name,
    bands,
    lanes,
    scale,
    period,
  } = options
  await withReadCase(io, path, async (file) => {
    const request = {
      figure: kind,
      ...(view !== undefined || filter || search ? { claims: { view: await viewed(file, 'claims', options) } } : {}),
      ...(eventFilter ? { events: { view: { filter: eventFilter } } } : {}),
      ...(of !== undefined ? await chosen(file, of) : {}),
    }
    const data = await file.ask('figures.data', request)
    const theme = figureThemes[name]
    const drawn = drawFigure(
      data,
      { bands, lanes, scale, period },
      { width, height, theme, prefix: 'figure' },
      kind === 'map' ? outlines() : null,
    )
    await write(io, file, out, drawn, theme)
  })
  return exitCodes.done
}

/** The claim or event of which the origins are to be drawn, as a selection. */
async function chosen(file: OpenCase, of: string): Promise<Partial<FigureRequest>> {
  const [link] = await file.ask('records.resolve', { texts: [of] })
  if (link?.kind === 'claim') return { claims: { ids: [link.id] } }
  if (link?.kind === 'event') return { events: { ids: [link.id] } }
  throw new ExpectedError('not-found', `No claim or event is called “${of}”.`)
}

async function write(io: Io, file: OpenCase, out: string, drawn: Figure, theme: FigureTheme): Promise<void> {
  const texts = [...nodesOf(drawn.body)].flatMap(({ children }) =>
    children.filter((child) => typeof child === 'string'),
  )
  const css = await file.ask('figures.fonts', { text: [...new Set(texts.join(''))].join('') })
  writeWhole(out, new TextEncoder().encode(svgFile(drawn, theme, css)))
  io.err(`Wrote ${out} (${drawn.width} × ${drawn.height}). ${[drawn.description, ...drawn.notes].join(' ')}\n`)
}

/** Adds the command that draws pictures. */
export function addFigure(program: Command, io: Io, end: (code: ExitCode) => void): Command {
  return program
    .command('figure')
    .description('draw a picture of the case as an SVG file')
    .argument('<case>', 'the case')
    .argument('<kind>', `what to draw: ${figureKinds.join(', ')}`, readKind)
    .requiredOption('--out <file>', 'the file to write; it appears when it is whole')
    .option('--of <ref>', 'draw only this claim, or the origins of this event')
    .option('--view <name>', 'only claims of this saved view')
    .option(
      '--search <words>',
      'only claims with all these words; "a phrase", -without, field:value, said:2024-10..2024-11',
    )
    .option('--filter <json>', 'only claims that meet these conditions, as for list', readFilter)
    .option('--event-filter <json>', 'only events that meet these conditions', readFilter)
    .addOption(new Option('--bands <by>', 'what parts the bands of numbers').choices(['category', 'subject', 'place']))
    .addOption(new Option('--scale <scale>', 'the axis of numbers').choices(['auto', 'linear', 'log']))
    .addOption(new Option('--lanes <by>', 'what parts the lanes of the timeline').choices(['actor', 'topic', 'place']))
    .addOption(
      new Option('--period <period>', 'over how long two values answer one question').choices(['all', 'year', 'month']),
    )
    .addOption(new Option('--theme <theme>', 'its colours').choices(['light', 'dark']).default('light'))
    .option('--width <pixels>', 'how wide', readSize, 1200)
    .option('--height <pixels>', 'how high at least', readSize, 700)
    .addHelpText('after', help.figure)
    .action(async (path: string, kind: FigureKind, options: Options) => end(await figure(io, path, kind, options)))
}

function readKind(text: string): FigureKind {
  const kind = figureKinds.find((known) => known === text)
  if (kind) return kind
  throw new InvalidArgumentError(`It is one of ${figureKinds.join(', ')}.`)
}

function readSize(text: string): number {
  const size = Number(text)
  if (/^\d+$/.test(text) && size >= 300 && size <= 10_000) return size
  throw new InvalidArgumentError('It is a whole number from 300 to 10000.')
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../scripts/build.ts'
import { projectDir } from '../scripts/paths.ts'
import { runScript } from '../scripts/script.ts'
import { installNeeds } from '../scripts/setup/apt.ts'
import { sqliteShell } from '../scripts/setup/system.ts'
import { benchEdits } from './edits.ts'
import { benchExport } from './export.ts'
import { figuresOf, tableOf, type Figure, type Measured } from './figure.ts'
import { benchLists } from './lists.ts'
import { benchReports } from './reports.ts'
import type { Program } from './measure.ts'
import { printAnalyses, printDuplicates, printImports } from './print.ts'
import { benchWindow, benchWindowWaits } from './window.ts'
import { benchWindowReports } from './window-reports.ts'
import { withWindows } from './window-runtime.ts'

// `npm run bench` measures Parallax beside its peers and prints ratios: machines differ, and so do hours. `-- --quick`
// leaves out what takes longer than two minutes: sizes, repetitions, and what is quick only where little is compared.

interface Extent {
  readonly imports: { readonly sizes: readonly number[]; readonly runs: number }
  readonly sizes: readonly number[]
  /** How often each view is shown anew, and all is exported; of a million claims once. */
  readonly rounds: number
  /** How many claims are edited in bulk. */
  readonly atOnce: number
  /** How many claims a report has. */
  readonly reports: readonly number[]
  readonly starts: number
  /** Over how many claims something else goes on. */
  readonly waits: readonly number[]
  readonly analyses: readonly number[]
  readonly duplicates: readonly number[]
}

const whole: Extent = {
  imports: { sizes: [10_000, 100_000, 1_000_000], runs: 3 },
  sizes: [10_000, 100_000, 1_000_000],
  rounds: 3,
  atOnce: 100_000,
  reports: [125, 250, 500],
  starts: 5,
  waits: [10_000, 100_000, 1_000_000],
  analyses: [10_000, 30_000, 100_000],
  duplicates: [10_000, 30_000, 100_000],
}
const quick: Extent = {
  imports: { sizes: [100_000], runs: 1 },
  sizes: [100_000],
  rounds: 1,
  atOnce: 5_000,
  reports: [125],
  starts: 1,
  waits: [10_000],
  analyses: [10_000],
  duplicates: [10_000],
}

await runScript(async () => {
  const extent = process.argv.includes('--quick') ? quick : whole
  if (!sqliteShell.isThere()) await installNeeds([sqliteShell])
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
  try {
    const program = { node: process.execPath, cli: join(projectDir, 'out', 'main', 'cli.js'), folder }
    const results = await benchAll(program, extent)
    writeFileSync(join(projectDir, 'bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function benchAll(program: Program, extent: Extent): Promise<object> {
  const { sizes, rounds, atOnce, starts, waits } = extent
  const roundsOf = (rows: number): number => (rows < 1_000_000 ? rounds : 1)
  // What comes in is what the parts that follow measure with.
  const imports = await printImports(program, extent.imports.sizes, extent.imports.runs)
  const lists = await printFigures('Grids and searches in the store', sizes, (rows) =>
    benchLists(program, rows, roundsOf(rows)),
  )
  const edits = await printFigures(
    'Edits until they are durable, to plain statements on the same file',
    sizes,
    (rows) => benchEdits(program, rows, atOnce),
  )
  const exports = await printFigures('Export, to the sqlite3 shell', sizes, (rows) =>
    benchExport(program, rows, roundsOf(rows)),
  )
  const reports = await printFigures('Reports of so many claims with five pictures', extent.reports, (claims) =>
    benchReports(program, claims, rounds),
  )
  const windows = await withWindows(program.folder, async (shown) => ({
    starts: await printFigures('The window, to a bare one of the same runtime', sizes, (rows) =>
      benchWindow(program, shown, rows, starts),
    ),
    reports: await printFigures('Those reports from the window', extent.reports, (claims) =>
      benchWindowReports(program, shown, claims, rounds),
    ),
    waits: await printFigures(
      'The window while something else goes on, to the same with nothing going on',
      waits,
      (rows) => benchWindowWaits(program, shown, rows),
    ),
  }))
  const analyses = await printAnalyses(program, extent.analyses)
  const duplicates = printDuplicates(extent.duplicates)
  return { imports, lists, edits, exports, reports, windows, analyses, duplicates }
}

/** Measures at each size and prints the figures with their growth. */
async function printFigures(
  title: string,
  sizes: readonly number[],
  measure: (rows: number) => Promise<Measured[]>,
): Promise<Figure[]> {
  process.stdout.write(`\n${title}.\n\n`)
  const measured = new Map<number, Measured[]>()
  for (const rows of sizes) measured.set(rows, await measure(rows))
  const figures = figuresOf(measured)
  process.stdout.write(tableOf(figures, sizes))
  return figures
}

import { benchAnalysis, type AnalysisResult } from './analysis.ts'
import { benchDuplicates, type DuplicatesResult } from './duplicates.ts'
import { benchImport, type ImportResult } from './import.ts'
import type { Program } from './measure.ts'

// The tables of what has more to tell than one value a size.

/** How much longer than the shell an import may take. */
const importGoal = 1.2

/** In how many seconds the contradictions and origins of 100,000 claims are to be found, and in how many milliseconds those of an edit. */
const [analysisGoal, editGoal] = [5, 100]

/** Measures and prints imports of so many rows. */
export async function printImports(program: Program, sizes: readonly number[], runs: number): Promise<ImportResult[]> {
  process.stdout.write(
    `Import of claims into an empty case, to the sqlite3 shell's .import of the same file with the same indexes and the same FTS5 index.\nGoal: ${importGoal} × at most, 400 MiB at most.\n\n`,
  )
  process.stdout.write(line('rows', 'ratio', 'µs a row', 'peak MiB', 'shell: µs a row', 'peak MiB'))
  const results: ImportResult[] = []
  for (const rows of sizes) {
    const result = await benchImport(program, rows, runs)
    results.push(result)
    const each = (seconds: number): string => ((seconds / rows) * 1e6).toFixed(1)
    const { ratio, parallax, shell } = result
    const mebibytes = (peak: number): string => peak.toFixed(0)
    process.stdout.write(
      line(
        rows.toLocaleString('en'),
        ratio.toFixed(2),
        each(parallax.seconds),
        mebibytes(parallax.peakMiB),
        each(shell.seconds),
        mebibytes(shell.peakMiB),
      ),
    )
  }
  return results
}

/** Measures and prints the analysis of so many claims. */
export async function printAnalyses(program: Program, sizes: readonly number[]): Promise<AnalysisResult[]> {
  process.stdout.write(
    `\nContradictions and origins of a case, a fifth of its claims with figures and half as many relations, to the same two questions as plain SQL in the sqlite3 shell: time of the processor, and until all is stored against the goal.\nGoal at 100,000: ${analysisGoal} s for all of them, ${editGoal} ms for one edit.\n\n`,
  )
  process.stdout.write(
    line('claims', 'ratio', 'µs a claim', 'to the goal', 'an edit to its', 'duplicates: µs', 'peak MiB'),
  )
  const results: AnalysisResult[] = []
  for (const claims of sizes) {
    const result = await benchAnalysis(program, claims)
    results.push(result)
    process.stdout.write(
      line(
        claims.toLocaleString('en'),
        result.ratio.toFixed(1),
        ((result.processorSeconds / claims) * 1e6).toFixed(1),
        (result.seconds / analysisGoal).toFixed(2),
        (result.editMilliseconds / editGoal).toFixed(2),
        ((result.duplicateSeconds / claims) * 1e6).toFixed(1),
        result.peakMiB.toFixed(0),
      ),
    )
  }
  return results
}

/** Measures and prints near duplicates among so many statements. */
export function printDuplicates(sizes: readonly number[]): DuplicatesResult[] {
  process.stdout.write(
    '\nNear duplicates among statements of which one in five is an edited copy: what the index finds of what comparing a sample with everything finds.\n\n',
  )
  process.stdout.write(line('statements', 'µs a statement', 'pairs', 'found of them'))
  return sizes.map((rows) => {
    const result = benchDuplicates(rows)
    const seconds = result.indexSeconds + result.pairsSeconds
    process.stdout.write(
      line(
        rows.toLocaleString('en'),
        ((seconds / rows) * 1e6).toFixed(1),
        result.pairs.toLocaleString('en'),
        result.recall.toFixed(3),
      ),
    )
    return result
  })
}

function line(...cells: readonly string[]): string {
  return `${cells.map((cell) => cell.padStart(16)).join('')}\n`
}

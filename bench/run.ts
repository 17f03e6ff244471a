import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../scripts/build.ts'
import { projectDir } from '../scripts/paths.ts'
import { runScript } from '../scripts/script.ts'
import { installNeeds } from '../scripts/setup/apt.ts'
import { sqliteShell } from '../scripts/setup/system.ts'
import { benchImport, type ImportResult } from './import.ts'

// `npm run bench` measures Parallax beside its peers and prints ratios: machines differ, and so do hours. `-- --quick`
// leaves out what takes longer than two minutes.

/** How much longer than the shell an import may take. */
const importGoal = 1.2

await runScript(async () => {
  const isQuick = process.argv.includes('--quick')
  if (!sqliteShell.isThere()) await installNeeds([sqliteShell])
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'))
  try {
    const imports = await benchImports(folder, isQuick)
    writeFileSync(join(projectDir, 'bench', 'results.json'), `${JSON.stringify({ imports }, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

async function benchImports(folder: string, isQuick: boolean): Promise<ImportResult[]> {
  const program = { node: process.execPath, cli: join(projectDir, 'out', 'main', 'cli.js'), folder }
  process.stdout.write(
    `Import of claims into an empty case, to the sqlite3 shell's .import of the same file with the same indexes and the same FTS5 index.\nGoal: ${importGoal} × at most, 400 MiB at most.\n\n`,
  )
  process.stdout.write(line('rows', 'ratio', 'µs a row', 'peak MiB', 'shell: µs a row', 'peak MiB'))
  const results: ImportResult[] = []
  for (const rows of isQuick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]) {
    const result = await benchImport(program, rows, rows > 100_000 ? 1 : 3)
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

function line(...cells: readonly string[]): string {
  return `${cells.map((cell) => cell.padStart(16)).join('')}\n`
}

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.ts'
import { projectDir, userDir } from './paths.ts'
import { runScript } from './script.ts'

const cli = join(projectDir, 'out', 'main', 'cli.js')

await runScript(ensureBuilt)
// Nothing of ours is around the command line itself: its output, its exit code and its crashes are its own.
if (!process.exitCode) await runCli()

/** Runs the command line in this process as if it had been started by itself, where the person stands. */
async function runCli(): Promise<void> {
  process.chdir(userDir('parallax'))
  process.argv = [process.execPath, cli, ...process.argv.slice(2)]
  await import(pathToFileURL(cli).href)
}

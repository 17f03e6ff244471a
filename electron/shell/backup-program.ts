import { utilityProcess } from 'electron'
import { fail, type Result } from '../../shared/result.ts'
import type { StartProgram } from '../store/backups/protocol.ts'

/** Starts the program of the backups beside the window: the system can end it at any moment, whatever SQLite does in it. */
export const backupProgram =
  (file: string): StartProgram =>
  (request) => {
    const child = utilityProcess.fork(file, [JSON.stringify(request)], {
      serviceName: 'Parallax backups',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    const answer = new Promise<string>((resolve) => {
      child.stdout?.on('data', (bytes: Buffer) => {
        said += bytes.toString()
        if (!said.endsWith('\n')) return
        resolve(said)
        child.postMessage('read')
      })
      child.once('exit', () => resolve(said))
    })
    return { answer: answer.then(answerIn), end: () => void child.kill() }
  }

function answerIn(said: string): Result<unknown> {
  try {
    return JSON.parse(said) as Result<unknown>
  } catch {
    return fail('internal', 'The program that makes backups ended before it was done. Nothing was left behind.')
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { withPrinter } from './print.ts'
import { writeWhole } from '../store/write-whole.ts'

/** What the command line asks of the runtime: print this HTML file to that PDF file. */
interface PrintJob {
  readonly from: string
  readonly to: string
}

/** Reads the switches of a print job; undefined when the program is started as a workbench. */
export function printJob(argv: readonly string[]): PrintJob | undefined {
  const option = (name: string): string | undefined =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
  const [from, to] = [option('print-pdf'), option('print-to')]
  return from && to ? { from, to } : undefined
}

/** Prints the page when it is there and answers the exit code; an error goes to stderr. Who started it ends it if none comes. */
export async function runPrintJob(job: PrintJob): Promise<number> {
  try {
    await withPrinter(async (print) => {
      while (!existsSync(job.from)) await sleep(10)
      writeWhole(job.to, await print(readFileSync(job.from, 'utf8')))
    })
    return 0
  } catch (error) {
    console.error(`parallax: ${error instanceof Error ? error.message : String(error)}`)
    return 3
  }
}

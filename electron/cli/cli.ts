import { userInfo } from 'node:os'
import type { Interrupt, Io } from './io.ts'
import { run } from './main.ts'

// A reader that has seen enough (`parallax list … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** The first interrupt is the command's; the second ends the program at once. */
function watchInterrupt(): Interrupt {
  let happened = false
  const listen = (): void => void (happened = true)
  process.once('SIGINT', listen)
  return { happened: () => happened, stop: () => void process.off('SIGINT', listen) }
}

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  showsProgress: process.stderr.isTTY,
  user: userInfo().username,
  watchInterrupt,
  threads: {
    reader: new URL('./list-reader.js', import.meta.url),
    indexer: new URL('./search-indexer.js', import.meta.url),
  },
}

process.exitCode = await run(process.argv.slice(2), io)

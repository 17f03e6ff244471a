import type { Progress } from '../core/context.ts'
import type { Io } from './io.ts'

/** Tells how far long work is on the terminal's last line: "Importing: 40 %". */
export function progressLine(io: Io, doing: string): (how: Progress) => void {
  const started = performance.now()
  return ({ done, total, rows }) => {
    if (!io.showsProgress || !total) return
    const seconds = (performance.now() - started) / 1000
    const pace = rows > 0 && seconds > 1 ? `, ${Math.round(rows / seconds).toLocaleString('en')} rows/s` : ''
    const left = done > 0 && seconds > 1 ? `, ${Math.ceil(((total - done) * seconds) / done)} s left` : ''
    io.err(`\r${doing}: ${Math.floor((done / total) * 100)} %${pace}${left}\u001b[K`)
  }
}

/** Clears that line once the work has ended. */
export async function untilDone<T>(io: Io, work: Promise<T>): Promise<T> {
  try {
    return await work
  } finally {
    if (io.showsProgress) io.err('\r\u001b[K')
  }
}

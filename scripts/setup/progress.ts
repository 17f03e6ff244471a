/** Tells how much of a step is done, from 0 to 1. */
export type Report = (share: number) => void

// Everything goes to stderr: stdout belongs to the program that set-up runs for.
const out = process.stderr

/** Prints one line about what was found or done. */
export function say(line: string): void {
  out.write(`${line}\n`)
}

/** Does a long step and shows it as one line: in place on a terminal, growing by quarters elsewhere. */
export async function step<T>(title: string, work: (report: Report) => Promise<T>): Promise<T> {
  const started = performance.now()
  const line = out.isTTY ? terminalLine(title, started) : plainLine(title)
  try {
    const value = await work(line.report)
    line.end(`done in ${seconds(started)}`)
    return value
  } catch (error) {
    line.end(`failed after ${seconds(started)}`)
    throw error
  }
}

/** Seconds since `started` (a value of `performance.now()`), with one decimal. */
export function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`
}

type Line = { readonly report: Report; readonly end: (result: string) => void }

function terminalLine(title: string, started: number): Line {
  let percent = ''
  const show = (result: string): boolean => out.write(`\r\x1b[2K${title} … ${result}`)
  const draw = (): boolean => show(`${percent}${seconds(started)}`)
  draw()
  const timer = setInterval(draw, 250)
  timer.unref()
  return {
    report: (share) => (percent = `${Math.floor(share * 100)} %, `),
    end: (result) => {
      clearInterval(timer)
      show(`${result}\n`)
    },
  }
}

function plainLine(title: string): Line {
  let quarters = 0
  out.write(`${title} …`)
  return {
    report: (share) => {
      for (; quarters < Math.min(3, Math.floor(share * 4)); quarters += 1) out.write(` ${(quarters + 1) * 25} %`)
    },
    end: (result) => out.write(` ${result}\n`),
  }
}

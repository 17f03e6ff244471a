import { setTimeout as sleep } from 'node:timers/promises'

// Looks into the page of a program that was started with --remote-debugging-port=0, without holding up its start as drivers of windows do.

/**
 * Waits until an element of the page has a text and the frame with it is painted; answers when that was, in milliseconds since
 * 1970. `port` is told by the program itself.
 */
export async function paintedAt(port: number, selector: string, isOver: () => boolean): Promise<number> {
  const expression = `new Promise((resolve) => {
    const look = () => document.querySelector(${JSON.stringify(selector)})?.textContent
      ? requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
      : requestAnimationFrame(look)
    look()
  })`
  while (!isOver()) {
    const address = await pageAddress(port)
    const at = address === undefined ? undefined : await evaluate(address, expression)
    // There is no page yet, or it went to its address meanwhile.
    if (at === undefined) await sleep(5)
    else return at
  }
  throw new Error('The program ended before its window showed anything')
}

async function pageAddress(port: number): Promise<string | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = (await answer.json()) as { type: string; webSocketDebuggerUrl: string }[]
    return targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
  } catch {
    return undefined
  }
}

/** The number that an expression comes to; undefined where the page is another one by then. */
function evaluate(address: string, expression: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address)
    const end = (value?: number): void => {
      socket.close()
      resolve(value)
    }
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression, awaitPromise: true } })),
    )
    socket.addEventListener('message', ({ data }) => {
      const { result } = JSON.parse(String(data)) as { result?: { result?: { value?: number } } }
      end(result?.result?.value)
    })
    socket.addEventListener('error', () => end())
    socket.addEventListener('close', () => end())
  })
}

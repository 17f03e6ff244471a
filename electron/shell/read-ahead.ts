/**
 * Asks for one thing after the other, ahead of whoever takes them: at most so many wait. `ask` answers null at the end; it is
 * not asked again once nobody takes any more.
 */
export async function* readAhead<T>(ask: (isFirst: boolean) => Promise<T | null>, most: number): AsyncGenerator<T> {
  let isOver = false
  let last = ask(true)
  const coming = [last]
  try {
    for (;;) {
      while (coming.length < most) {
        last = last.then((item) => (item === null || isOver ? null : ask(false)))
        // Whoever takes it meets the failure; until then nobody waits for it.
        last.catch(() => undefined)
        coming.push(last)
      }
      const item = await coming.shift()
      if (item === null || item === undefined) return
      yield item
    }
  } finally {
    isOver = true
    await Promise.allSettled(coming)
  }
}

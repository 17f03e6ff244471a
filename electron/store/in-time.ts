/** Waits for something, but so many milliseconds at most; answers whether it came in time. */
export async function inTime(what: Promise<unknown> | undefined, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), Math.max(0, milliseconds))))
  try {
    return await Promise.race([Promise.resolve(what).then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

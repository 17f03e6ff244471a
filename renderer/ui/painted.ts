/** A window that is not shown paints nothing. */
const longestWait = 300

/** Waits until what was drawn just now is on the screen. */
export function painted(): Promise<void> {
  const frame = new Promise<void>((resolve) => {
    // The grid fills its rows in a frame of its own, and the next one shows them.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })
  return Promise.race([frame, new Promise<void>((resolve) => setTimeout(resolve, longestWait))])
}

/** More different texts than that are not held. */
const most = 20_000

/** The same pure function of a text, which does not compute again what it was asked lately: a case has few dates, units and places. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    if (known.size >= most) known.clear()
    const computed = compute(text)
    known.set(text, computed)
    return computed
  }
}

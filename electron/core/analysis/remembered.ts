/** More different arguments than that are not held. */
const most = 20_000

/** The same pure function, which does not compute again what it was asked lately: a case has few dates, units and places. */
export function remembered<Argument, T>(compute: (argument: Argument) => T): (argument: Argument) => T {
  const known = new Map<Argument, T>()
  return (argument) => {
    const found = known.get(argument)
    if (found !== undefined || known.has(argument)) return found as T
    if (known.size >= most) known.clear()
    const computed = compute(argument)
    known.set(argument, computed)
    return computed
  }
}

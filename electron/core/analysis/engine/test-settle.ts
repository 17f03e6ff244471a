import type { Session } from '../../session.ts'

/** Brings the analysis of a case up to date, for tests: all portions are computed before any is stored, as it may be in the application. */
export async function settle(session: Session): Promise<void> {
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const { result } = await session.call(name, input)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  const portions: unknown[] = []
  for (let restart = true; ; restart = false) {
    const portion = await ask('analysis.compute', { restart })
    if (portion === null) break
    portions.push(portion)
  }
  for (const portion of portions) await ask('analysis.store', { portion })
}

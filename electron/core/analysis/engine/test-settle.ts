import type { Session } from '../../session.ts'

/** Brings the analysis of a case up to date, for tests: as the application does it, the next portion computed before one is stored. */
export async function settle(session: Session): Promise<void> {
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const { result } = await session.call(name, input)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  let portion = await ask('analysis.compute', { restart: true })
  while (portion !== null) {
    const next = await ask('analysis.compute', { restart: false })
    await ask('analysis.store', { portion })
    portion = next
  }
}

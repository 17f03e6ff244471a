import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupReasons } from '../../../shared/backup.ts'
import { superfluous } from './keep.ts'

const now = new Date('2026-11-26T23:05:01Z')
const hour = 3_600_000
const day = 24 * hour
const room = 1e12

const anyBackup = fc.record({
  at: fc.integer({ min: -2 * hour, max: 100 * day }).map((ago) => new Date(now.getTime() - ago).toISOString()),
  reason: fc.constantFrom(...backupReasons),
  bytes: fc.integer({ min: 1, max: 1000 }),
})
type Any = typeof anyBackup extends fc.Arbitrary<infer T> ? T : never

const newestFirst = (backups: readonly Any[]): Any[] => [...backups].sort((a, b) => b.at.localeCompare(a.at))
const anyBackups = fc.array(anyBackup, { maxLength: 80 }).map(newestFirst)
const kept = (backups: readonly Any[], at = now, most = room): Any[] => {
  const gone = new Set(superfluous(backups, at, most))
  return backups.filter((backup) => !gone.has(backup))
}
const ageOf = ({ at }: Any, of = now): number => of.getTime() - Date.parse(at)
const isRoutine = ({ reason }: Any): boolean => reason === 'idle' || reason === 'close'

describe('which backups are kept', () => {
  it('always has the newest one', () => {
    fc.assert(
      fc.property(anyBackups, fc.integer({ min: 0, max: 5000 }), (backups, most) => {
        expect(kept(backups, now, most)[0]).toBe(backups[0])
      }),
    )
  })

  it('takes no more room than is given, but for the newest', () => {
    fc.assert(
      fc.property(anyBackups, fc.integer({ min: 0, max: 20_000 }), (backups, most) => {
        const [newest, ...others] = kept(backups, now, most)
        const bytes = others.reduce((sum, one) => sum + one.bytes, newest?.bytes ?? 0)
        expect(others.length === 0 || bytes <= most).toBe(true)
      }),
    )
  })

  it('comes to the same when it is asked again', () => {
    fc.assert(
      fc.property(anyBackups, fc.integer({ min: 0, max: 50_000 }), (backups, most) => {
        const once = kept(backups, now, most)
        expect(kept(once, now, most)).toEqual(once)
      }),
    )
  })

  it('has for each that went one of the same hour, day or week that is newer, or it was older than two months', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const stay = kept(backups)
        for (const gone of superfluous(backups, now, room)) {
          if (ageOf(gone) >= 61 * day) continue
          const span = ageOf(gone) < day ? hour : ageOf(gone) < 14 * day ? day : 7 * day
          expect(
            stay.some((other) => {
              const later = Date.parse(other.at) - Date.parse(gone.at)
              return later >= 0 && later < span && isRoutine(other) === isRoutine(gone)
            }),
          ).toBe(true)
        }
      }),
    )
  })

  it('keeps for a day each that was made by hand or before something', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const stay = new Set(kept(backups))
        for (const backup of backups) if (!isRoutine(backup) && ageOf(backup) < day) expect(stay.has(backup)).toBe(true)
      }),
    )
  })

  it('has the last day by hours, two weeks by days and two months by weeks after three months of work', () => {
    let stay: Any[] = []
    let at = now
    for (let nth = 0; nth < 90 * 24 * 4; nth++) {
      at = new Date(now.getTime() + nth * 15 * 60_000)
      stay = kept([{ at: at.toISOString(), reason: 'idle' as const, bytes: 1 }, ...stay], at)
    }
    const ages = stay.map((backup) => ageOf(backup, at))
    const within = (from: number, to: number): number => ages.filter((age) => age >= from && age < to).length
    expect(within(0, day)).toBeGreaterThanOrEqual(24)
    expect(within(0, day)).toBeLessThanOrEqual(25)
    expect(within(day, 14 * day)).toBeGreaterThanOrEqual(13)
    expect(within(day, 14 * day)).toBeLessThanOrEqual(14)
    expect(within(14 * day, 61 * day)).toBeGreaterThanOrEqual(6)
    expect(within(14 * day, 61 * day)).toBeLessThanOrEqual(8)
    expect(Math.max(...ages)).toBeGreaterThan(50 * day)
    for (const [index, age] of ages.entries())
      expect(age - (ages[index - 1] ?? 0)).toBeLessThanOrEqual(age < 14 * day ? 2 * day : 8 * day)
  })
})

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ok } from '../electron/cli/test-cli.ts'
import { launch, picture, temporaryFolder, type App } from './app.ts'
import { startsOfSteps, firstMiddleAndLast } from './faults/choices.ts'
import { DiskFaults, diskErrors, type DiskError, type FailingDisk } from './faults/injector.ts'
import { causes } from './faults/one-fault.ts'
import { addAllToReport, exportReport, goTo, importCsv, makeCase, sampleCsv } from './steps.ts'

// The disk fails below one running window, fault after fault: while it exports to PDF and while it backs up, which its main
// process and the program of the backups do. Each fault lasts until the window has told of it.

const folder = temporaryFolder()
const path = join(folder, 'Korea.parallax')
const kept = join(folder, 'Korea.parallax-backups')
const out = join(folder, 'out')
const older = 'what was exported before\n'
let faults: DiskFaults
let disk: FailingDisk
let app: App

beforeAll(async () => {
  mkdirSync(out)
  faults = new DiskFaults()
  disk = faults.disk(folder, { calls: 'change', once: false })
  app = await launch({ env: disk.env, size: { width: 1280, height: 800 } })
  await makeCase(app, path)
  await importCsv(app, sampleCsv('claims'), 'claims')
  await goTo(app, 'Report')
  await app.page.getByRole('button', { name: 'New report' }).first().click()
  await goTo(app, 'Claims')
  await addAllToReport(app)
  await goTo(app, 'Report')
})
afterAll(async () => {
  await app.close()
  faults.remove()
})

const done = /Exported as|A verified backup/
const toasts = () => app.page.locator('.bp6-toast')

/** What an action says at the foot of the window, where nothing else is said. */
async function saidBy(action: () => Promise<void>, words: RegExp): Promise<string> {
  const closeAll = (shown: Element[]): void =>
    shown.forEach((one) => one.querySelector<HTMLElement>('[aria-label=Close]')?.click())
  await expect
    .poll(async () => {
      await toasts().evaluateAll(closeAll)
      return toasts().count()
    })
    .toBe(0)
  await action()
  const told = toasts().filter({ hasText: words }).first()
  await told.waitFor({ timeout: 60_000 })
  return told.innerText()
}

/** What an action says while the disk fails from a call on; null where it was done with fewer calls than the one before. */
async function saidOnFailingDisk(
  fault: { readonly error: DiskError; readonly at: number },
  action: () => Promise<string>,
): Promise<string | null> {
  disk.set(fault)
  const said = await action()
  const isMet = disk.failed() > 0
  disk.set({ ...fault, at: 0 })
  if (isMet) return said
  expect(said).toMatch(done)
  return null
}

/** The calls of an action on a sound disk, as a disk with the error counts them. */
async function callsOf(error: DiskError, action: () => Promise<unknown>): Promise<readonly string[]> {
  disk.set({ error, at: 0 })
  await action()
  return disk.calls()
}

const plain = /Something went wrong|SQLITE_|E[A-Z]{2,}:/
const exported = (name: string): Promise<string> =>
  saidBy(() => exportReport(app, 'pdf', join(out, name)), /Exported as|cannot|disk|may not/)
const isWhole = (pdf: Buffer): boolean =>
  pdf.subarray(0, 5).toString() === '%PDF-' && /%%EOF\s*$/.test(pdf.toString('latin1'))

it.each(diskErrors)(
  '%s while a report is exported to PDF leaves the older file or the new, and is told',
  async (error) => {
    const calls = await callsOf(error, () => exported(`${error}.pdf`))
    expect(calls.map((call) => call.split(' ')[0])).toEqual(
      expect.arrayContaining(['open', 'write', 'fsync', 'rename']),
    )
    let met = 0
    for (const at of startsOfSteps(calls)) {
      const name = `${error}-${at}.pdf`
      const file = join(out, name)
      writeFileSync(file, older)
      const said = await saidOnFailingDisk({ error, at }, () => exported(name))
      if (said === null) continue
      met += 1
      const bytes = readFileSync(file)
      const isOlder = bytes.equals(Buffer.from(older))
      expect({ at, said, isSound: isOlder || isWhole(bytes) }).toEqual({
        at,
        said: expect.stringMatching(causes[error]),
        isSound: true,
      })
      // What failed after the file was there is the entry in the case.
      expect(said).toContain(isOlder ? file : `${file} was written, but the case does not list it. `)
      expect(said).not.toMatch(plain)
      expect(await exported(name)).toContain(`Exported as ${name}`)
      expect(isWhole(readFileSync(file))).toBe(true)
      expect(readdirSync(out).filter((other) => other.endsWith('.part'))).toEqual([])
    }
    expect(met).toBeGreaterThanOrEqual(4)
  },
  180_000,
)

const dialog = () => app.page.getByRole('dialog', { name: 'Backups' })
const backedUp = (): Promise<string> =>
  saidBy(
    () => dialog().getByRole('button', { name: 'Back up now' }).press('Enter'),
    /No backup was made|A verified backup/,
  )
const backups = (): string[] => (existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith('.parallax')) : [])

it.each(diskErrors)(
  '%s while a backup is made leaves the earlier ones, lists nothing half-made, and is told',
  async (error) => {
    if (!(await dialog().isVisible())) {
      await app.page.keyboard.press('Control+K')
      await app.page.keyboard.type('Backups')
      await app.page.keyboard.press('Enter')
      await dialog().waitFor()
    }
    const calls = await callsOf(error, backedUp)
    let met = 0
    for (const at of firstMiddleAndLast(calls)) {
      const before = new Map(backups().map((name) => [name, readFileSync(join(kept, name))]))
      const said = await saidOnFailingDisk({ error, at }, backedUp)
      // What fails at the very end is that nobody may write to it: it is a backup all the same.
      const isDone = said === null || done.test(said)
      if (!isDone) {
        met += 1
        expect(said).toContain(`No backup was made of ${path}; the earlier ones stay.`)
        expect(said).toMatch(causes[error])
        expect(said).not.toMatch(plain)
      }
      expect({ at, count: backups().length }).toEqual({ at, count: before.size + (isDone ? 1 : 0) })
      await expect.poll(() => dialog().getByRole('radio').count()).toBe(backups().length)
      for (const [name, bytes] of before) expect(readFileSync(join(kept, name)).equals(bytes)).toBe(true)
      if (at === 1) await picture(app.page, `backup-refused-${error}`)
      expect(await backedUp()).toContain('A verified backup')
      expect(readdirSync(kept)).toEqual(backups())
      for (const name of backups().filter((name) => !before.has(name))) await ok('check', join(kept, name), '--deep')
    }
    expect(met).toBeGreaterThanOrEqual(2)
  },
  180_000,
)

it('closes the case into one file that is sound', async () => {
  await app.close()
  expect(await ok('check', path, '--deep')).toMatch(/No problems found/)
  expect(readdirSync(folder).sort()).toEqual(['Korea.parallax', 'Korea.parallax-backups', 'out'])
})

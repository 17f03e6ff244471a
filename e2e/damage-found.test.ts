import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { connect } from '../electron/store/connection.ts'
import { damageIndex, makeLargeAndLeftOpen } from '../electron/store/recover/test-damage.ts'
import { findings, launch, picture, projectFolder, temporaryFolder } from './app.ts'

// A large case that was left open is checked in the background: damage is told while one works, and no change that was acknowledged is lost.

const cli = join(projectFolder, 'out/main/cli.js')
const folder = temporaryFolder()
const dataFolder = temporaryFolder()
const path = join(folder, 'Large.parallax')

beforeAll(() => {
  for (const args of [
    ['new', path, '--title', 'Large'],
    ['import', path, join(projectFolder, 'resources/sample/partnership-claims.csv'), '--kind', 'claims'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
})

it('leads to the banner while the user works; what was saved until then is there afterwards', async () => {
  const first = await launch({ casePath: path, dataFolder })
  await first.page.getByRole('heading', { level: 1, name: 'Large' }).waitFor()
  await first.page.keyboard.press('Control+W')
  await first.page.getByRole('region', { name: 'Recent' }).waitFor()
  await first.close()
  makeLargeAndLeftOpen(path, 200)
  damageIndex(path, 'claim_place', 'Kursk')
  // Another one is opened at the start, so that work begins at the moment when the large case is opened.
  const other = join(folder, 'Other.parallax')
  spawnSync(process.execPath, [cli, 'new', other, '--title', 'Other'])
  const app = await launch({ dataFolder, casePath: other, size: { width: 1280, height: 800 } })
  const { page } = app
  let saved: string[] = []
  try {
    await page.getByRole('heading', { level: 1, name: 'Other' }).waitFor()
    const work = await page.evaluate(async () => {
      const call = async (name: string, input?: unknown): Promise<{ ok: boolean; value: never; error: never }> =>
        (await (window as never as { parallax: { call: (n: string, i: unknown) => Promise<unknown> } }).parallax.call(
          name,
          input,
        )) as never
      const recent = (await call('case.recent')).value as { ticket: string; title: string }[]
      await call('case.openRecent', { ticket: recent.find(({ title }) => title === 'Large')?.ticket })
      const { ids } = (await call('claims.ids', {})).value as { ids: string[] }
      const saved: string[] = []
      for (let at = 0; at < 20_000; at++) {
        const topic = `topic ${at}`
        const patch = { selection: { ids: [ids[at % ids.length]] }, patch: { topic } }
        const answer = await call('claims.update', patch)
        if (!answer.ok) return { saved, refusal: answer.error as { code: string; message: string } }
        saved.push(topic)
      }
      return { saved, refusal: null }
    })
    expect(work.refusal).toMatchObject({
      code: 'read-only',
      message: expect.stringMatching(/Large\.parallax is damaged/) as string,
    })
    saved = work.saved
    expect(saved.length).toBeGreaterThan(0)
    const banner = page.getByRole('status').filter({ hasText: 'Read-only.' })
    await banner.filter({ hasText: /Large\.parallax is damaged \(claim: .*claim_place/ }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Add claim' }).count()).toBe(0)
    await page.waitForTimeout(300)
    await picture(page, 'damage-found')
    expect(await findings(page)).toEqual([])
  } finally {
    await app.close()
  }
  const db = connect(path, { readOnly: true })
  const topics = db.prepare('SELECT topic FROM claim WHERE topic IS NOT NULL').pluck().all() as string[]
  const labels = db.prepare("SELECT label FROM change_set WHERE command = 'update-claims'").pluck().all() as string[]
  db.close()
  for (const topic of saved.slice(-17)) expect(topics).toContain(topic)
  for (const topic of saved) expect(labels.some((label) => label.endsWith(` to ${topic}`))).toBe(true)

  // It is not taken for sound the next time.
  const again = await launch({ casePath: path })
  try {
    await again.page
      .getByRole('status')
      .filter({ hasText: /Read-only.*is damaged/ })
      .waitFor({ timeout: 60_000 })
  } finally {
    await again.close()
  }
})

import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { findings, launch, picture, projectFolder, setTheme, temporaryFolder } from './app.ts'
import { rowTexts } from './steps.ts'

// One case and two windows, or two starts: nobody overwrites another's work, and nobody is kept out by what is no longer there.

const cli = join(projectFolder, 'out/main/cli.js')
const folder = temporaryFolder()
const path = join(folder, 'Shared.parallax')

function run(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

beforeAll(() => {
  run('new', path, '--title', 'Shared')
  run('import', path, join(projectFolder, 'resources/sample/partnership-claims.csv'))
})

it('opens what another window has to read only, says by whom and since when, and writes once that is closed', async () => {
  const holder = await launch({ casePath: path })
  const { page, close } = await launch({ casePath: path, size: { width: 1280, height: 800 } })
  try {
    const banner = page.getByRole('status').filter({ hasText: 'Read-only.' })
    await banner
      .filter({ hasText: /It is open in another window: .+ on .+, since \d{4}-\d\d-\d\d \d\d:\d\d UTC\./ })
      .waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Add claim' }).count()).toBe(0)
    await banner.getByRole('button', { name: 'Try again' }).press('Enter')
    await page.getByText(/^It can still only be read\. It is open in another window/).waitFor()
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(page, theme)
      await picture(page, `other-window-${theme}`)
      expect(await findings(page)).toEqual([])
    }
    await holder.close()
    await banner.getByRole('button', { name: 'Try again' }).press('Enter')
    await banner.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Add claim' }).waitFor()
    await expect.poll(async () => (await rowTexts(page, 'ref')).length).toBe(17)
  } finally {
    await close()
  }
})

it('sees that the lock of a killed window is no longer held', async () => {
  const killed = await launch({ casePath: path })
  await killed.page.getByRole('heading', { level: 1, name: 'Shared' }).waitFor()
  const child = killed.electron.process()
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  expect(existsSync(`${path}-lock`)).toBe(true)
  const { page, close } = await launch({ casePath: path })
  try {
    await page.getByRole('button', { name: 'Add claim' }).waitFor()
    await expect.poll(() => page.getByText('Read-only.').count()).toBe(0)
    await expect.poll(async () => (await rowTexts(page, 'ref')).length).toBe(17)
  } finally {
    await close()
  }
  expect(existsSync(`${path}-lock`)).toBe(false)
})

it('brings the first window to the front at a second start, with the case that it names', async () => {
  const other = join(folder, 'Other.parallax')
  run('new', other, '--title', 'Other case')
  const { electron, page, dataFolder, close } = await launch({ casePath: path })
  try {
    await page.getByRole('heading', { level: 1, name: 'Shared' }).waitFor()
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
    const flags = JSON.parse(process.env['PARALLAX_ELECTRON_ARGS'] ?? '[]') as string[]
    const args = [...flags, projectFolder, `--user-data-dir=${dataFolder}`, other]
    const second = spawn(process.env['PARALLAX_ELECTRON'] ?? '', args, { stdio: 'ignore' })
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    await page.getByRole('heading', { level: 1, name: 'Other case' }).waitFor()
    await expect
      .poll(() =>
        electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible())),
      )
      .toEqual([true])
  } finally {
    await close()
  }
})

import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../electron/store/connection.ts'
import { headSize, parityAt, sealedSize } from '../electron/store/recover/seal-format.ts'
import { readSeal } from '../electron/store/recover/seal.ts'
import {
  answerDialog,
  findings,
  launch,
  picture,
  projectFolder,
  resize,
  setTheme,
  tabTo,
  temporaryFolder,
  type App,
} from './app.ts'
import { rowTexts } from './steps.ts'

// A case that cannot be opened, from the start screen and with the keyboard alone: restore a backup, or recover what can be read.

const cli = join(projectFolder, 'out/main/cli.js')
const folder = temporaryFolder()
const sound = join(folder, 'sound.parallax')
const path = join(folder, 'Korea.parallax')

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

beforeAll(() => {
  run('new', sound, '--title', 'Korea')
  for (const kind of ['events', 'claims'])
    run('import', sound, join(projectFolder, 'resources/sample', `partnership-${kind}.csv`), '--kind', kind)
})

beforeEach(() => {
  for (const name of readdirSync(folder).filter((name) => name.startsWith('Korea')))
    rmSync(join(folder, name), { recursive: true })
  copyFileSync(sound, path)
  run('backup', path)
})

/** Noise over the pages of the case's own settings, without which nothing can be shown, and over what they could be computed from. */
function breakIt(): void {
  const db = connect(path, { readOnly: true })
  const pages = db.prepare("SELECT pageno FROM dbstat WHERE name = 'case_info'").pluck().all() as number[]
  db.close()
  const seal = readSeal(path)
  if (!seal) throw new Error('The case has no seal')
  const bytes = readFileSync(path)
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096, page * 4096)
  bytes.fill(0xa5, parityAt(seal), sealedSize(seal) - headSize)
  writeFileSync(path, bytes)
}

async function openBackups(app: App): Promise<void> {
  await app.page.keyboard.press('Control+K')
  await app.page.keyboard.type('Backups')
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('dialog', { name: 'Backups' }).waitFor()
}

const refused = (app: App) => app.page.getByRole('alert').filter({ hasText: 'Korea.parallax was not opened.' })
const opened = (app: App) => app.page.getByRole('heading', { level: 1, name: 'Korea' })

describe('a case that is damaged beyond repair', () => {
  it('is named on the start screen with its cause and what can be done, in both themes and sizes', async () => {
    breakIt()
    const app = await launch({ casePath: path, size: { width: 1440, height: 900 } })
    try {
      await refused(app).waitFor()
      await expect
        .poll(() => refused(app).innerText())
        .toMatch(/Korea\.parallax is damaged \(\d+ of \d+ pages .*Nothing was changed/s)
      for (const theme of ['light', 'dark'] as const) {
        await setTheme(app.page, theme)
        await picture(app.page, `damage-start-${theme}`)
        expect(await findings(app.page)).toEqual([])
      }
      await resize(app.electron, { width: 1000, height: 640 })
      await app.page.waitForTimeout(300)
      await picture(app.page, 'damage-start-small')
    } finally {
      await app.close()
    }
  })

  it('is replaced by its newest good backup, and set aside', async () => {
    // The newest backup is damaged itself: the one before is the newest good one.
    const [first = ''] = readdirSync(`${path}-backups`)
    const later = first.replace(/^\d{4}/, (year) => String(Number(year) + 1))
    writeFileSync(join(`${path}-backups`, later), readFileSync(join(`${path}-backups`, first)).fill(0xa5, 5000))
    breakIt()
    const broken = readFileSync(path)
    const app = await launch({ casePath: path })
    try {
      await refused(app).waitFor()
      await tabTo(app.page, /^Restore the backup of/)
      await app.page.keyboard.press('Enter')
      await opened(app).waitFor({ timeout: 60_000 })
      await expect.poll(async () => (await rowTexts(app.page, 'ref')).length).toBe(17)
      await app.page
        .getByText(/^Korea\.parallax is as it was on .*kept as Korea\.set-aside-.* 1 newer backup is damaged/)
        .waitFor()
      await picture(app.page, 'damage-restored')
    } finally {
      await app.close()
    }
    const aside = readdirSync(folder).find((name) => name.startsWith('Korea.set-aside-')) ?? ''
    expect(readFileSync(join(folder, aside)).equals(broken)).toBe(true)
    expect(run('check', path, '--deep')).toMatch(/No problems found/)
  })

  it('has a backup chosen, looked at and restored', async () => {
    breakIt()
    const app = await launch({ casePath: path, size: { width: 1280, height: 800 } })
    try {
      await tabTo(app.page, 'Other backups…')
      await app.page.keyboard.press('Enter')
      const dialog = app.page.getByRole('dialog', { name: 'Backups of Korea.parallax' })
      await dialog.getByRole('radio').waitFor()
      await expect.poll(() => dialog.innerText()).toContain('The case is not open.')
      await picture(app.page, 'damage-backups')
      expect(await findings(app.page)).toEqual([])
      await tabTo(app.page, 'Open to compare')
      await app.page.keyboard.press('Enter')
      await app.page.getByText(/This is the backup of .* made by hand\./).waitFor()
      await openBackups(app)
      await tabTo(app.page, 'Back to the case')
      await app.page.keyboard.press('Enter')
      await app.page
        .getByText(/Korea\.parallax is damaged/)
        .first()
        .waitFor()
      // It stays with the backup, from where it can be restored.
      await openBackups(app)
      await tabTo(app.page, 'Restore…')
      await app.page.keyboard.press('Enter')
      await tabTo(app.page, 'Restore')
      await app.page.keyboard.press('Enter')
      await app.page.getByText(/^Korea\.parallax is as it was on/).waitFor({ timeout: 60_000 })
      await app.page.getByText(/This is the backup of/).waitFor({ state: 'hidden' })
      await expect.poll(async () => (await rowTexts(app.page, 'ref')).length).toBe(17)
    } finally {
      await app.close()
    }
    expect(run('check', path, '--deep')).toMatch(/No problems found/)
  })

  it('is recovered into a new case, with the readable rows as lines beside it', async () => {
    breakIt()
    const broken = readFileSync(path)
    const app = await launch({ casePath: path, size: { width: 1280, height: 800 } })
    try {
      await answerDialog(app.electron, join(folder, 'Korea recovered.parallax'))
      await tabTo(app.page, 'Recover into a new case…')
      await app.page.keyboard.press('Enter')
      await app.page.getByText(/\d+ rows were read, at least 1 is lost/).waitFor()
      await expect.poll(async () => (await rowTexts(app.page, 'ref')).length).toBe(17)
      await picture(app.page, 'damage-start-recovered')
    } finally {
      await app.close()
    }
    expect(readFileSync(path).equals(broken)).toBe(true)
    const lines = readFileSync(join(folder, 'Korea recovered.jsonl'), 'utf8').trimEnd().split('\n')
    const tables = lines.map((line) => (JSON.parse(line) as { table: string }).table)
    expect(tables.filter((table) => table === 'claim')).toHaveLength(17)
    expect(run('check', join(folder, 'Korea recovered.parallax'), '--deep')).toMatch(/No problems found/)
  })
})

it('offers the backups of a case whose file is gone, and brings it back from there', async () => {
  const dataFolder = temporaryFolder()
  const before = await launch({ casePath: path, dataFolder })
  await opened(before).waitFor()
  await before.page.keyboard.press('Control+W')
  await before.page.getByRole('region', { name: 'Recent' }).waitFor()
  await before.close()
  cpSync(path, join(folder, 'moved away.parallax'))
  rmSync(path)
  const app = await launch({ dataFolder, size: { width: 1280, height: 800 } })
  try {
    await app.page.getByText('is no longer there; its backups are.').waitFor()
    await picture(app.page, 'start-missing')
    expect(await findings(app.page)).toEqual([])
    await tabTo(app.page, 'Backups of Korea…')
    await app.page.keyboard.press('Enter')
    await tabTo(app.page, 'Restore…')
    await app.page.keyboard.press('Enter')
    await tabTo(app.page, 'Restore')
    await app.page.keyboard.press('Enter')
    await opened(app).waitFor({ timeout: 60_000 })
    await expect.poll(async () => (await rowTexts(app.page, 'ref')).length).toBe(17)
  } finally {
    await app.close()
  }
  expect(existsSync(path)).toBe(true)
})

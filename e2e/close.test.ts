import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { answerDialog, launch, projectFolder, temporaryFolder } from './app.ts'
import { fileMaker } from './import-steps.ts'
import { importCsv, makeCase, sampleCsv } from './steps.ts'

// The program is ended while a long import runs and a form is half filled in.

const cli = join(projectFolder, 'out/main/cli.js')

function said(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  return stdout
}

it('ending it takes the import back, closes the case, and keeps what was typed meanwhile', async () => {
  const folder = temporaryFolder()
  const casePath = join(folder, 'Ended.parallax')
  const dataFolder = join(folder, 'data')
  const rows = Array.from({ length: 200_000 }, (_, at) => `L${at},Statement ${at} of a long list,Claimant ${at % 300}`)
  const list = fileMaker()('ended.csv', `ref,statement,claimant\n${rows.join('\n')}\n`)

  const app = await launch({ dataFolder, size: { width: 1280, height: 800 } })
  const { page } = app
  await makeCase(app, casePath)
  await importCsv(app, sampleCsv('claims'), 'claims')
  await answerDialog(app.electron, list)
  await page.keyboard.press('Control+I')
  const dialog = page.getByRole('dialog', { name: /^Import ended/ })
  await dialog.getByText(/Of the first [\d,]+ rows/).waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  const progress = page.getByRole('progressbar', { name: 'Import ended.csv' })
  await progress.waitFor()
  await page.keyboard.press('Control+N')
  await page
    .getByRole('dialog', { name: 'New claim' })
    .getByRole('textbox', { name: /^Statement/ })
    .fill('Typed while it ran')
  await expect.poll(() => existsSync(join(dataFolder, 'drafts.json'))).toBe(true)
  expect(await progress.isVisible()).toBe(true)
  await app.close()

  expect(existsSync(`${casePath}-wal`) || existsSync(`${casePath}-journal`)).toBe(false)
  expect(existsSync(`${casePath}-lock`)).toBe(false)
  expect(JSON.parse(said('list', casePath, 'claims', '--limit', '1', '--json'))).toMatchObject({ total: 17 })
  expect(said('check', casePath, '--deep')).toMatch(/No problems found/)

  const again = await launch({ dataFolder, casePath, size: { width: 1280, height: 800 } })
  try {
    await again.page.getByRole('status').getByRole('button', { name: 'New claim' }).click()
    const field = again.page.getByRole('dialog', { name: 'New claim' }).getByRole('textbox', { name: /^Statement/ })
    await expect.poll(() => field.inputValue()).toBe('Typed while it ran')
    // It is thrown away by a word of the person only.
    await again.page.keyboard.press('Escape')
    await again.page.getByText('New claim: what you typed is kept.').waitFor()
    await again.page.getByRole('button', { name: 'Go on' }).click()
    await expect.poll(() => field.inputValue()).toBe('Typed while it ran')
    await again.page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => field.inputValue()).toBe('')
    await again.page.keyboard.press('Escape')
    await again.page.keyboard.press('Control+N')
    await expect.poll(() => field.inputValue()).toBe('')
  } finally {
    await again.close()
  }
})

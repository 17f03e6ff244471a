import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'

export const projectFolder = resolve(import.meta.dirname, '..')
const results = join(projectFolder, 'test-results')

/** The workbench in its real window, with what the tests and the demo do with it. */
export interface App {
  readonly electron: ElectronApplication
  readonly page: Page
  /** The user's data folder: a fresh one for each start unless one is given. */
  readonly dataFolder: string
  /** What the page wrote to its console as an error or a warning: policy violations show here. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

/** What axe makes the window say where it looks into the preview, in which nothing may run. */
const ofAxe = "Blocked script execution in 'app://window/preview'"
/** The pages that axe looks into just now: at any other time that message is a complaint like others. */
const lookedInto = new WeakSet<Page>()

interface LaunchOptions {
  /** A data folder of an earlier start, for "after a restart". */
  readonly dataFolder?: string
  readonly theme?: 'light' | 'dark'
  readonly size?: { readonly width: number; readonly height: number }
  /** A case to open instead of the sample or the last one. */
  readonly casePath?: string
  /** Variables of its environment beside those of the test. */
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds that anything in the window may take to be there. */
  readonly timeout?: number
}

/** A folder for a test's files; it goes when the program ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-e2e-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the built application as a user would, in a window of the given size. */
export async function launch(options: LaunchOptions = {}): Promise<App> {
  const executablePath = process.env['PARALLAX_ELECTRON']
  if (!executablePath)
    throw new Error('The window tests are started with “npm run test:window”, which finds the runtime.')
  const { dataFolder = temporaryFolder(), timeout = 15_000 } = options
  const electron = await _electron.launch({
    executablePath,
    args: [
      ...(JSON.parse(process.env['PARALLAX_ELECTRON_ARGS'] ?? '[]') as string[]),
      projectFolder,
      `--user-data-dir=${dataFolder}`,
      ...(options.casePath ? [options.casePath] : []),
    ],
    colorScheme: options.theme ?? 'light',
    ...(options.env && { env: { ...(process.env as Record<string, string>), ...options.env } }),
  })
  const page = await electron.firstWindow({ timeout: Math.max(timeout, 30_000) })
  page.setDefaultTimeout(timeout)
  const complaints: string[] = []
  page.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(ofAxe) && lookedInto.has(page)) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(text)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (options.size) await resize(electron, options.size)
  // The start screen has none.
  await page
    .getByRole('navigation')
    .or(page.getByRole('region', { name: 'Recent' }))
    .or(page.getByRole('alert'))
    .first()
    .waitFor()
  return { electron, page, dataFolder, complaints, close: () => electron.close() }
}

/** Sets the size of the page (not of the window's frame). */
export async function resize(electron: ElectronApplication, size: { width: number; height: number }): Promise<void> {
  const set = (): Promise<void> =>
    electron.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
      size,
    )
  // While the program starts, its answer may be collected before the driver has it (microsoft/playwright#33737).
  await set().catch((error: unknown) => {
    if (!String(error).includes('garbage collected')) throw error
    return set()
  })
}

/** Answers the next save or open dialog of the system, which no test can click. */
export async function answerDialog(electron: ElectronApplication, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

/** Sets the window's theme and waits until it is drawn in it. */
export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.evaluate((theme) => window.parallax.call('preferences.set', { theme }), theme)
  await page.locator(`:root[data-theme=${theme}]`).waitFor()
  // What fades has done so.
  await page.waitForTimeout(300)
}

/** Presses Tab until the control of this name has the focus, as whoever has no mouse. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  // A dialog keeps the focus to itself.
  const dialog = page.getByRole('dialog')
  const within = (await dialog.count()) > 0 ? dialog.last() : page
  const wanted = within.getByRole('button', { name }).first()
  await wanted.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to ${String(name)}`)
}

/** Keeps a picture of the window among the test's results. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(join(results, 'screens'), { recursive: true })
  await page.screenshot({ path: join(results, 'screens', `${name}.png`) })
}

/** What axe finds serious or critical in the window as it is now, as "rule: where: why". What is only found once was on its way in or out while axe looked. */
export async function findings(page: Page): Promise<string[]> {
  const found = await lookOnce(page)
  return found.length === 0 ? found : lookOnce(page)
}

async function lookOnce(page: Page): Promise<string[]> {
  // What fades in or out has other colours for a moment. What turns without end is left alone.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  lookedInto.add(page)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .analyze()
    .finally(() => lookedInto.delete(page))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary}`),
    )
}

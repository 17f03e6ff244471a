import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import type { Push } from '../shared/contract.ts'
import { registerChannel } from './ipc/register.ts'
import { backupProgram } from './shell/backup-program.ts'
import { tellFailure } from './shell/dialogs.ts'
import { lockContents, lockSession } from './shell/lockdown.ts'
import { MenuController } from './shell/menu-controller.ts'
import { folders, shellMethods } from './shell/methods.ts'
import { printJob, runPrintJob } from './shell/print-job.ts'
import { printPage } from './shell/print.ts'
import { declareScheme, serveScheme } from './shell/scheme.ts'
import { SettingsFile } from './shell/settings.ts'
import { closeMainWindow, focusMainWindow, mainWindow, openMainWindow, push } from './shell/window.ts'
import { Workbench } from './shell/workbench.ts'
import { inTime } from './store/in-time.ts'

// Life cycle only: lock, protocol, security, store, window.
const outFolder = join(import.meta.dirname, '..')
const { renderer, sample } = folders(outFolder)

const logBug = (name: string, error: unknown): void => console.error(`parallax: ${name}:`, error)

declareScheme()
lockContents()
// In development as root (a container, CI) Chromium runs only without its own sandbox; a package for users never does.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const job = printJob(process.argv)
if (job) void app.whenReady().then(() => startPrintJob())
else if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(startWorkbench)

async function startPrintJob(): Promise<void> {
  lockSession(session.defaultSession)
  serveScheme(session.defaultSession, renderer, printPage)
  if (job) app.exit(await runPrintJob(job))
}

async function startWorkbench(): Promise<void> {
  const dataFolder = app.getPath('userData')
  const settings = new SettingsFile(join(dataFolder, 'settings.json'))
  nativeTheme.themeSource = settings.preferences.theme
  const isDevelopment = !app.isPackaged
  const workbench = new Workbench({
    settings,
    dataFolder,
    sampleFolder: sample,
    checkOutput: isDevelopment,
    startBackup: backupProgram(join(outFolder, 'main/backup-program.js')),
    onTopics: (topics) => changed({ topics }),
    onBug: logBug,
  })
  const menu = new MenuController(workbench)
  const changed = (message: Push): void => {
    push(message)
    if (message.topics.some((topic) => topic === 'history' || topic === 'case')) void menu.refresh()
  }
  lockSession(session.defaultSession)
  serveScheme(session.defaultSession, renderer, printPage)
  const shell = shellMethods(workbench, (topic) => changed({ topics: [topic] }))
  const window = Promise.withResolvers<void>()
  // The page takes longer than the case, so the window is made first.
  const started = window.promise
    .then(() => workbench.openAtStart(process.argv))
    .catch((error: unknown) => logBug('open at start', error))
  registerChannel({
    started,
    shell,
    callStore: (name, input) => workbench.callStore(name, input),
    checkOutput: isDevelopment,
    onBug: logBug,
  })
  app.on('second-instance', (_event, argv, folder) => {
    focusMainWindow()
    void started
      .then(() => workbench.openNamed(argv, folder))
      .catch((error: unknown) => tellFailure('The case was not opened', error))
  })
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuit(workbench)
  const shown = openMainWindow(outFolder)
  window.resolve()
  await Promise.all([shown, started.then(() => menu.refresh())])
}

/** Up to then what is being typed is handed over: a page that does not answer may not keep the case from being closed. */
const longestHandOver = 2000
const longestEnd = 9500

/** Quitting waits for what is being typed and written, but never for more than ten seconds. */
function closeBeforeQuit(workbench: Workbench): void {
  let isOver = false
  let isClosing = false
  app.on('before-quit', async (event) => {
    if (isOver) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    const until = Date.now() + longestEnd
    await inTime(closeMainWindow(), longestHandOver)
    let isClosed = false
    const ending = workbench.end(until - Date.now()).then((isEnded) => (isClosed = isEnded))
    await inTime(ending, until + 300 - Date.now()).catch(() => false)
    // A thread that waits for the disk would keep the program from ending. What was acknowledged is on the disk already.
    if (!isClosed) process.kill(process.pid, 'SIGKILL')
    isOver = true
    mainWindow()?.destroy()
    app.quit()
  })
}

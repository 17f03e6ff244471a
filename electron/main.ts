import { join } from 'node:path'
import { app, nativeTheme, session } from 'electron'
import { registerChannel } from './ipc/register.ts'
import { lockContents, lockSession } from './shell/lockdown.ts'
import { printJob, runPrintJob } from './shell/print-job.ts'
import { printPage } from './shell/print.ts'
import { runWorkbench, type RunningWorkbench } from './shell/running-workbench.ts'
import { declareScheme, serveScheme } from './shell/scheme.ts'
import { SettingsFile } from './shell/settings.ts'
import { closeMainWindow, mainWindow, openMainWindow } from './shell/window.ts'
import { inTime } from './store/in-time.ts'
import { startWorkerAhead } from './store/store-worker.ts'

// Life cycle only: lock, protocol, security, window, workbench.
const outFolder = join(import.meta.dirname, '..')
const renderer = join(outFolder, 'renderer')

declareScheme()
lockContents()
// In development as root (a container, CI) Chromium runs only without its own sandbox; a package for users never does.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const job = printJob(process.argv)
if (job) void app.whenReady().then(() => startPrintJob())
else if (!app.requestSingleInstanceLock()) app.quit()
else {
  startWorkerAhead()
  void app.whenReady().then(startWorkbench)
}

async function startPrintJob(): Promise<void> {
  lockSession(session.defaultSession)
  serveScheme(session.defaultSession, renderer, printPage)
  if (job) app.exit(await runPrintJob(job))
}

async function startWorkbench(): Promise<void> {
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'))
  nativeTheme.themeSource = settings.preferences.theme
  lockSession(session.defaultSession)
  serveScheme(session.defaultSession, renderer, printPage)
  app.on('window-all-closed', () => app.quit())
  const shown = openMainWindow(outFolder)
  // The page takes longest, so the window is made first.
  const running = runWorkbench(settings, outFolder)
  registerChannel(running.answer)
  closeBeforeQuit(running)
  await shown
}

/** Up to then what is being typed is handed over: a page that does not answer may not keep the case from being closed. */
const longestHandOver = 2000
const longestEnd = 9500

/** Quitting waits for what is being typed and written, but never for more than ten seconds. */
function closeBeforeQuit({ end }: RunningWorkbench): void {
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
    const ending = end(until - Date.now()).then((isEnded) => (isClosed = isEnded))
    await inTime(ending, until + 300 - Date.now()).catch(() => false)
    // A thread that waits for the disk would keep the program from ending. What was acknowledged is on the disk already.
    if (!isClosed) process.kill(process.pid, 'SIGKILL')
    isOver = true
    mainWindow()?.destroy()
    app.quit()
  })
}

import { join } from 'node:path'
import { app } from 'electron'
import type { Push } from '../../shared/contract.ts'
import type { Message } from '../ipc/register.ts'
import type { Result } from '../../shared/result.ts'
import { backupProgram } from './backup-program.ts'
import { tellFailure } from './dialogs.ts'
import { MenuController } from './menu-controller.ts'
import type { SettingsFile } from './settings.ts'
import { focusMainWindow, push } from './window.ts'
import { Workbench } from './workbench.ts'

/** The workbench behind the window. */
export interface RunningWorkbench {
  /** Answers a call of the window's, once what the start opens is open. */
  readonly answer: (message: Message) => Promise<Result<unknown>>
  /** Ends it in so many milliseconds; false: a thread still waits for the disk. */
  readonly end: (within: number) => Promise<boolean>
}

/** A wrong shape is a bug to see at once, except where users would see it. */
const checkOutput = !app.isPackaged

const logBug = (name: string, error: unknown): void => console.error(`parallax: ${name}:`, error)

/** Opens what a start opens and stands ready for the window's calls. `outFolder` holds the built programs. */
export function runWorkbench(settings: SettingsFile, outFolder: string): RunningWorkbench {
  const workbench = new Workbench({
    settings,
    dataFolder: app.getPath('userData'),
    sampleFolder: join(outFolder, '../resources/sample'),
    checkOutput,
    startBackup: backupProgram(join(outFolder, 'main/backup-program.js')),
    onTopics: (topics) => changed({ topics }),
    onBug: logBug,
  })
  const menu = new MenuController(workbench)
  const changed = (message: Push): void => {
    push(message)
    if (message.topics.some((topic) => topic === 'history' || topic === 'case')) void menu.refresh()
  }
  const started = workbench.openAtStart(process.argv).catch((error: unknown) => logBug('open at start', error))
  // The contract takes a while to load: the case is opened by another thread meanwhile, and the page is on its way.
  const answering = started.then(() => answerFor(workbench, changed))
  void started.then(() => menu.refresh())
  app.on('second-instance', (_event, argv, folder) => {
    focusMainWindow()
    void started
      .then(() => workbench.openNamed(argv, folder))
      .catch((error: unknown) => tellFailure('The case was not opened', error))
  })
  return { answer: async (message) => (await answering)(message), end: (within) => workbench.end(within) }
}

async function answerFor(workbench: Workbench, changed: (message: Push) => void): Promise<RunningWorkbench['answer']> {
  const [{ route }, { shellMethods }] = await Promise.all([import('../ipc/route.ts'), import('./methods.ts')])
  const backend = {
    shell: shellMethods(workbench, (topic) => changed({ topics: [topic] })),
    callStore: workbench.callStore.bind(workbench),
    checkOutput,
    onBug: logBug,
  }
  return (message) => route(backend, message)
}

import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { safePreferences } from './window.ts'

/** Pages on their way to PDF, served under app://print/<key> while they are printed. */
const pages = new Map<string, string>()

export const printPage = (key: string): string | undefined => pages.get(key)

type Print = (html: string) => Promise<Uint8Array<ArrayBuffer>>

/** Lends a hidden window that runs no script and prints HTML to PDF: it starts while the page is still made. */
export async function withPrinter<T>(use: (print: Print) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({ show: false, webPreferences: { ...safePreferences, javascript: false } })
  // What draws and what prints start with the first page: an empty one.
  const started = printIn(window, '<!doctype html><title>Empty</title>')
  // It may be closed before it has begun; what it prints then fails.
  started.catch(() => undefined)
  try {
    return await use(async (html) => {
      await started
      return new Uint8Array(await printIn(window, html))
    })
  } finally {
    window.destroy()
  }
}

async function printIn(window: BrowserWindow, html: string): Promise<Uint8Array> {
  const key = randomUUID()
  pages.set(key, html)
  try {
    await window.loadURL(`app://print/${key}`)
    const { pdfOptions } = await import('../core/reports/print-options.ts')
    return await window.webContents.printToPDF(pdfOptions)
  } finally {
    pages.delete(key)
  }
}

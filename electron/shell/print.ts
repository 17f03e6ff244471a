import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { safePreferences } from './window.ts'

/** Pages on their way to PDF, served under app://print/<key> while they are printed. */
const pages = new Map<string, string>()

export const printPage = (key: string): string | undefined => pages.get(key)

/** Prints a report's HTML to PDF in a hidden window that runs no script. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const window = printWindow()
  try {
    return await printIn(window, html)
  } finally {
    window.destroy()
  }
}

export const printWindow = (): BrowserWindow =>
  new BrowserWindow({ show: false, webPreferences: { ...safePreferences, javascript: false } })

export async function printIn(window: BrowserWindow, html: string): Promise<Uint8Array> {
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

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { answerDialog, temporaryFolder, type App } from './app.ts'

/** Writes files of a test into a folder of its own and answers their paths. */
export function fileMaker(): (name: string, content: string | Buffer) => string {
  const folder = temporaryFolder()
  return (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
}

/** Opens a list in the import dialog and waits until it shows what would become of its rows. */
export async function openList(app: App, path: string): Promise<Locator> {
  await answerDialog(app.electron, path)
  await app.page.keyboard.press('Control+I')
  const dialog = app.page.getByRole('dialog', { name: /^Import / })
  await dialog
    .getByText(/\d rows?\b/)
    .first()
    .waitFor()
  return dialog
}

/** The row of a line of the file, in the import dialog. */
export const lineOf = (dialog: Locator, line: number): Locator =>
  dialog.getByRole('row').filter({ has: dialog.page().getByRole('cell', { name: String(line), exact: true }) })

/** What stands beneath the row of a line: why it is worth a look, and what it would change. */
export const toldOf = (dialog: Locator, line: number): Locator =>
  lineOf(dialog, line).locator('xpath=following-sibling::tr[1]')

/** Imports what the dialog shows, which is not long, and answers the result. */
export async function importNow({ page }: App, kind = 'claims'): Promise<Locator> {
  await page.getByRole('button', { name: `Import ${kind}` }).click()
  const result = page.getByRole('dialog', { name: /^Imported: / })
  await result.waitFor()
  return result
}

/** Opens the list of imports and one of them, by the keyboard. */
export async function openImportOf({ page }: App, fileName: string): Promise<Locator> {
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Imports so far')
  await page
    .getByRole('option', { name: /Imports so far/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Imports so far' }).getByRole('button', { name: fileName }).first().click()
  const result = page.getByRole('dialog', { name: `Imported: ${fileName}` })
  await result.waitFor()
  return result
}

/** Closes the dialog that is open. */
export async function done({ page }: App): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').first().waitFor({ state: 'hidden' })
}

/** How many records the shown list has. */
export const count = async ({ page }: App): Promise<number> =>
  Number((await page.getByRole('tab', { name: /^All/ }).innerText()).replace(/\D/g, ''))

// Does for the stand-in runtime what Electron's own default app does: `electron <switches> <folder> <arguments>`.
// An ES module, because Electron holds back `ready` until it is evaluated, and so until the app's main is loaded.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))

try {
  if (folder === undefined) throw new Error('no app folder given')
  await load(resolve(folder))
} catch (error) {
  // Electron would show a dialog and wait for a click that never comes in a test.
  console.error('The app could not be loaded:', error)
  app.exit(1)
}

/** Starts the app in `path` under its own name. */
async function load(path) {
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  const name = manifest.productName ?? manifest.name
  if (manifest.version) app.setVersion(manifest.version)
  if (name) app.setName(name)
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`)
  app.setAppPath(path)
  process.defaultApp = true
  await import(pathToFileURL(join(path, manifest.main ?? 'index.js')).href)
}

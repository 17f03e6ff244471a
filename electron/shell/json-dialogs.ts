import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { jsonBytes, notOfForm } from '../core/json-file.ts'
import { explain } from '../store/errors.ts'
import { writeWhole } from '../store/write-whole.ts'
import { askToOpen, askToSave } from './dialogs.ts'

const filters = (what: string): { name: string; extensions: string[] }[] => [{ name: what, extensions: ['json'] }]

/** Bytes. No file of ours comes near it, and one that is read stands whole in memory. */
const largest = 50_000_000

/** Asks for a JSON file of ours and reads it; null when the dialog was cancelled. */
export async function openJson(title: string, what: string): Promise<{ text: string; fileName: string } | null> {
  const path = await askToOpen(title, filters(what))
  if (path === null) return null
  const fileName = basename(path)
  try {
    if (statSync(path).size > largest) throw notOfForm(fileName, what.toLowerCase(), 'it is larger than 50 MB')
    return { text: readFileSync(path, 'utf8'), fileName }
  } catch (error) {
    throw explain(error, path)
  }
}

/** Asks where to, and writes a value there as JSON; answers the file's name. */
export async function saveJson(title: string, what: string, name: string, value: unknown): Promise<string | null> {
  const path = await askToSave(title, `${name.replace(/[/\\:*?"<>|]+/g, ' ')}.json`, filters(what))
  if (path === null) return null
  writeWhole(path, jsonBytes(value))
  return basename(path)
}

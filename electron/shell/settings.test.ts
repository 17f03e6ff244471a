import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SettingsFile } from './settings.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('what could not be told when the program ended is told once, of its own case', () => {
  const before = new SettingsFile(path)
  before.keepNotice({ path: '/cases/korea.parallax', message: 'No backup was made.' })
  before.keepNotice({ path: '/cases/other.parallax', message: 'The disk is full.' })
  const next = new SettingsFile(path)
  expect(next.takeNotices('/cases/korea.parallax')).toEqual(['No backup was made.'])
  const later = new SettingsFile(path)
  expect(later.takeNotices('/cases/korea.parallax')).toEqual([])
  expect(later.takeNotices('/cases/other.parallax')).toEqual(['The disk is full.'])
})

it('where they cannot be written, a case is remembered all the same, and a preference is refused with the path', () => {
  mkdirSync(path)
  const settings = new SettingsFile(path)
  settings.remember({ path: '/cases/korea.parallax', title: 'Korea', opened: '2026-11-27T00:00:00Z' })
  expect(settings.recent).toMatchObject([{ title: 'Korea' }])
  expect(() => settings.setPreferences({ userName: 'ana' })).toThrow(path)
})

import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasDisplay } from './display.ts'
import { cacheDir, toolPath, userDir } from './paths.ts'

test('the cache is where the person or the system wants it', () => {
  expect(cacheDir({ PARALLAX_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a')
  expect(cacheDir({ XDG_CACHE_HOME: '/b' })).toBe('/b/parallax')
  expect(cacheDir({})).toBe(join(homedir(), '.cache', 'parallax'))
})

test('files are named from where the person stands, not from the checkout', () => {
  expect(userDir('parallax', { npm_lifecycle_event: 'parallax', INIT_CWD: '/home/me' })).toBe('/home/me')
  // Left over from an npm further out, such as the one that runs these tests.
  expect(userDir('parallax', { npm_lifecycle_event: 'test', INIT_CWD: '/home/me' })).toBe(process.cwd())
})

test('a tool is found by its package', () => {
  expect(toolPath('prettier')).toMatch(/prettier\.cjs$/)
})

test('only Linux can be without a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'darwin')).toBe(true)
})

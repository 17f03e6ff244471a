import { expect, test } from 'vitest'
import { chooseNames, installError, needsRoot } from './apt.ts'

const isThere = (): boolean => false
const needs = [
  { packages: ['libgtk-3-0', 'libgtk-3-0t64'], isThere },
  { packages: ['libnss3'], isThere },
]

// As `apt-cache policy` prints on Ubuntu 24.04, where the old name is left as a name without a package.
const renamed = `libgtk-3-0:
  Installed: (none)
  Candidate: (none)
  Version table:
libgtk-3-0t64:
  Installed: (none)
  Candidate: 3.24.41-4ubuntu1.3
  Version table:
     3.24.41-4ubuntu1.3 500
libnss3:
  Installed: (none)
  Candidate: 2:3.98-1build1
`

test('a renamed package is asked for by its new name', () => {
  expect(chooseNames(needs, renamed)).toEqual(['libgtk-3-0t64', 'libnss3'])
})

test('without package lists the usual names are told', () => {
  expect(chooseNames(needs, '')).toEqual(['libgtk-3-0', 'libnss3'])
})

test('without the right to install, the exact command is told', () => {
  const error = needsRoot(['libnss3', 'xvfb'])
  expect(error.message).toBe('System packages are missing: libnss3 xvfb.')
  expect(error.advice).toBe('Run: sudo apt-get install --no-install-recommends libnss3 xvfb')
  expect(error.exitCode).not.toBe(0)
})

test('a failed install gives the reason of apt', () => {
  expect(installError('Reading…\nE: Unable to locate package xvfb\n', ['xvfb']).message).toMatch(/Unable to locate/)
  expect(installError("E: You don't have enough free space in /var/cache/apt/archives/.", []).message).toMatch(/full/)
})

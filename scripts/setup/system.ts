import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { hasDisplay } from '../display.ts'
import { findProgram } from '../paths.ts'

/** Something the system must bring: the Debian packages that hold it (any one; the older name first), and a look. */
export type SystemNeed = { readonly packages: readonly string[]; readonly isThere: () => boolean }

/** What the tests and the demo need besides what the app needs. */
export type SystemOptions = { readonly tests?: boolean; readonly compiler?: boolean }

/** What Parallax needs of this system and does not find. Nothing is ever needed on macOS and Windows. */
export function missingNeeds(options: SystemOptions = {}): SystemNeed[] {
  if (process.platform !== 'linux') return []
  const libraries = loadableLibraries()
  // A system without ldconfig (NixOS, musl) is not judged: Electron itself says what it lacks.
  const needs = libraries ? electronLibraries(libraries) : []
  if (!hasDisplay()) needs.push(program('xvfb', 'Xvfb'), program('xauth', 'xauth'))
  if (options.tests) needs.push(program('poppler-utils', 'pdftotext'), program('qpdf', 'qpdf'), writer)
  // The tests make a disk that fails, in C.
  if (options.tests || options.compiler) needs.push(program('g++', 'c++'))
  if (options.compiler) needs.push(program('make', 'make'), program('python3', 'python3'))
  return needs.filter((need) => !need.isThere())
}

/** True for Debian and what descends from it. */
export function isDebian(): boolean {
  return existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg')
}

const writer: SystemNeed = {
  packages: ['libreoffice-writer-nogui'],
  isThere: () => findProgram('soffice') !== undefined && existsSync('/usr/lib/libreoffice/program/libswlo.so'),
}

/** What the benchmark measures beside. */
export const sqliteShell: SystemNeed = program('sqlite3', 'sqlite3')

function electronLibraries(loadable: ReadonlySet<string>): SystemNeed[] {
  const library = (file: string, ...packages: string[]): SystemNeed => ({ packages, isThere: () => loadable.has(file) })
  return [
    library('libgtk-3.so.0', 'libgtk-3-0', 'libgtk-3-0t64'),
    library('libnss3.so', 'libnss3'),
    library('libasound.so.2', 'libasound2', 'libasound2t64'),
    library('libgbm.so.1', 'libgbm1'),
    library('libXss.so.1', 'libxss1'),
    library('libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'),
  ]
}

function program(debianPackage: string, ...names: string[]): SystemNeed {
  return { packages: [debianPackage], isThere: () => names.some((name) => findProgram(name) !== undefined) }
}

function loadableLibraries(): ReadonlySet<string> | undefined {
  const ldconfig = findProgram('ldconfig')
  if (ldconfig === undefined) return undefined
  try {
    const listing = execFileSync(ldconfig, ['-p'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return new Set([...listing.matchAll(/^\s+(\S+) \(/gm)].map((match) => match[1] ?? ''))
  } catch {
    return undefined
  }
}

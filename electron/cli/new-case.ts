import { basename } from 'node:path'
import { uuidv7 } from '../core/uuid.ts'
import { makeCase } from '../store/make-case.ts'
import { exitCodes, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

/** `parallax new <case>` */
export function newCase(io: Io, path: string, given: string | undefined): ExitCode {
  const title = given?.normalize('NFC').trim() || basename(path).replace(/\.parallax$/i, '')
  makeCase(path, { id: uuidv7(), title, question: null, created: new Date().toISOString() })
  io.err(`Made the case “${title}” in ${path}.\n`)
  return exitCodes.done
}

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeTestCase, type TestCase } from '../../core/test-case.ts'
import { connect } from '../connection.ts'
import { openCaseFile, settle } from '../open.ts'
import { examine, problemIn } from './examine.ts'
import { readSeal } from './seal.ts'
import { damageIndex, makeLargeAndLeftOpen } from './test-damage.ts'

let file: TestCase
beforeEach(async () => {
  file = makeTestCase()
  const path = join(file.folder, 'list.csv')
  writeFileSync(
    path,
    `ref,statement,place\n${'abcdefgh'
      .split('')
      .map((ref) => `${ref},said ${ref},Kursk\n`)
      .join('')}`,
  )
  const { mappings } = await file.call('imports.inspectFile', { path })
  await file.call('imports.run', { path, kind: 'claims', mapping: mappings.claims, job: 'list' })
  file.session.close()
})
afterEach(() => rmSync(file.folder, { recursive: true, force: true }))

/** As closing its last connection leaves it. */
function atRest(): void {
  const db = connect(file.path, { readOnly: false })
  settle(db)
  db.close()
}

const now = (): string => '2026-01-02T03:04:05Z'

it('puts the full check of a large case that was left open off, and finds then what the tables do not show', () => {
  makeLargeAndLeftOpen(file.path)
  expect(examine(file.path, false)).toEqual({ problems: [], isDue: true })
  expect(problemIn(file.path)).toBeNull()
  damageIndex(file.path, 'claim_place', 'Kursk')
  expect(examine(file.path, false)).toEqual({ problems: [], isDue: true })
  expect(problemIn(file.path)).toMatch(/claim: .*claim_place/)
})

it('gives no sums to a case whose check is due or found damage: they would take the damage for what is meant', () => {
  makeLargeAndLeftOpen(file.path)
  damageIndex(file.path, 'claim_place', 'Kursk')
  for (const isSound of [undefined, false]) {
    const opened = openCaseFile(file.path, now)
    expect(opened).toMatchObject({ readOnly: null, isCheckDue: true })
    atRest()
    opened.release(isSound === undefined ? {} : { isSound })
    expect(readSeal(file.path)).toBeUndefined()
  }
})

it('gives them to one whose check found nothing', () => {
  makeLargeAndLeftOpen(file.path)
  const opened = openCaseFile(file.path, now)
  expect(problemIn(file.path)).toBeNull()
  atRest()
  opened.release({ isSound: true })
  expect(readSeal(file.path)).toBeDefined()
  expect(examine(file.path, false)).toEqual({ problems: [], isDue: false })
})

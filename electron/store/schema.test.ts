import { afterAll, expect, it } from 'vitest'
import * as scales from '../../shared/scales.ts'
import * as words from '../../shared/vocabulary.ts'
import { entities, entityNames } from '../core/records/entities.ts'
import { connect } from './connection.ts'
import { createSchema } from './migrate.ts'

const db = connect(':memory:', { readOnly: false, mustExist: false })
createSchema(db)
afterAll(() => void db.close())

const tables = db
  .prepare(
    "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
  )
  .all() as { name: string; sql: string }[]
const sqlOf = (table: string): string => tables.find(({ name }) => name === table)?.sql ?? ''

it('is what schema.sql says (vitest -u writes it anew)', async () => {
  await expect(`${tables.map(({ sql }) => `${sql};`).join('\n\n')}\n`).toMatchFileSnapshot('./schema.sql')
})

it.each([
  ['actor', 'kind', words.actorKinds],
  ['outlet', 'kind', words.outletKinds],
  ['outlet', 'state_controlled', words.stateControl],
  ['claim', 'basis', words.claimBases],
  ['claim', 'status', words.claimStatuses],
  ['claim', 'tlp', scales.tlpLabels],
  ['claim', 'reliability', scales.reliabilities],
  ['claim', 'credibility', scales.credibilities],
  ['measure', 'category', words.measureCategories],
  ['measure', 'qualifier', words.qualifiers],
  ['measure', 'kind', words.measureKinds],
  ['carriage', 'role', words.carriageRoles],
  ['event', 'place_precision', words.placePrecisions],
  ['event', 'status', words.eventStatuses],
  ['relation', 'type', words.relationTypes],
  ['relation', 'state', words.relationStates],
  ['rating', 'axis', words.ratingAxes],
  ['case_info', 'scale', scales.scaleNames],
  ['judgement', 'confidence', scales.confidenceLevels],
])('allows in %s.%s just the words of the domain model', (table, column, allowed) => {
  const check = new RegExp(`CHECK \\(${column} IN \\(([^)]*)\\)\\)`).exec(sqlOf(table))
  expect(check?.[1]?.split(', ').map((word) => word.slice(1, -1))).toEqual([...allowed])
})

it.each(entityNames)('has every logged column of %s', (entity) => {
  const columns = (db.pragma(`table_info(${entity})`) as { name: string }[]).map(({ name }) => name)
  for (const [column, kind] of Object.entries(entities[entity].columns)) {
    if (kind !== 'tags') expect(columns).toContain(column)
    if (kind === 'date')
      expect(columns).toEqual(expect.arrayContaining([`${column}_text`, `${column}_from`, `${column}_to`]))
  }
})

import type { Change } from './changes.ts'
import type { EntityName } from './entities.ts'

/** A change as the log holds it. */
export interface LoggedChange {
  readonly num: number
  readonly entity: EntityName
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

const parse = (text: string | null): Change['before'] => (text === null ? null : (JSON.parse(text) as Change['before']))

export const toChange = ({ entity, id, before, after }: LoggedChange): Change => ({
  entity,
  id,
  before: parse(before),
  after: parse(after),
})

import type { noteFields } from '../../../shared/note.ts'
import { sql } from '../../store/db.ts'
import type { ListField } from '../lists/conditions.ts'
import { stampFields, textField } from '../records/rows.ts'

/** How the list of notes sorts, filters and searches. */
export const noteList = {
  kind: 'note',
  from: sql`note t`,
  defaultSort: sql`t.num`,
  fields: {
    title: textField('title'),
    body: textField('body'),
    ...stampFields,
  } satisfies Record<(typeof noteFields)[number], ListField>,
} as const

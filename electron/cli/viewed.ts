import type { Filter, SortKey } from '../../shared/list.ts'
import { ExpectedError } from '../../shared/result.ts'
import type { KeptView } from '../../shared/views.ts'
import { viewNamed } from '../core/views/views.ts'
import type { OpenCase } from './open-case.ts'

/** What of a list is asked for: by a saved view, and by what narrows it further. */
export interface Asked {
  readonly view?: string
  readonly search?: string
  readonly filter?: Record<string, never>
  readonly sort?: SortKey[]
}

interface Viewed {
  readonly search: string
  readonly filter: Filter
  readonly sort: SortKey[]
}

/** The filter, search and order that are asked for: those of a view come first, and an order that is given goes before. */
export async function viewed(file: OpenCase, list: string, asked: Asked): Promise<Viewed> {
  const { view: name, search = '', filter = {}, sort } = asked
  if (name === undefined) return { search, filter, sort: sort ?? [] }
  const view = viewNamed(await file.ask('views.list', undefined), list, name)
  checkFields(view)
  return {
    search: [view.search, search].filter((part) => part !== '').join(' '),
    filter: { ...view.filter, ...filter },
    sort: sort ?? view.sort ?? [],
  }
}

/** Columns that are not there change nothing in what is listed; a filter or an order by such a field does. */
function checkFields({ name, list, unknown, filter, sort }: KeptView): void {
  const named = new Set([...Object.keys(filter), ...(sort ?? []).map(({ field }) => field)])
  const missing = unknown.filter((field) => named.has(field))
  if (missing.length === 0) return
  throw new ExpectedError(
    'invalid-input',
    `The saved view “${name}” goes by ${missing.join(', ')}, which ${list} do not have. Save it anew, or use --filter and --search instead.`,
  )
}

/** Methods of one part of the core, by kind. Jobs are long commands: they hold one transaction over many turns of the event loop, so that progress and cancel get through. */
export interface MethodTable {
  readonly queries?: Handlers
  readonly commands?: Handlers
  readonly jobs?: Handlers
}
type Handlers = Readonly<Record<string, unknown>>

interface Part {
  /** What the names of its methods begin with. */
  readonly prefixes: readonly string[]
  readonly load: () => Promise<MethodTable>
}

/**
 * The parts of the core. The program of each is loaded with the first call: a thread that reads rows has neither that which
 * writes Word files nor that which reads lists. A test holds that the contract's store methods are all here.
 */
const parts: readonly Part[] = [
  { prefixes: ['case', 'viewState'], load: () => import('./cases/handlers.ts') },
  { prefixes: ['claims', 'carriages', 'measures', 'relations'], load: () => import('./claims/handlers.ts') },
  { prefixes: ['events'], load: () => import('./events/handlers.ts') },
  { prefixes: ['actors', 'outlets', 'documents'], load: () => import('./sources/handlers.ts') },
  { prefixes: ['notes', 'records'], load: () => import('./notes/handlers.ts') },
  { prefixes: ['views'], load: () => import('./views/handlers.ts') },
  { prefixes: ['drafts'], load: () => import('./drafts/handlers.ts') },
  { prefixes: ['history'], load: () => import('./history/handlers.ts') },
  { prefixes: ['trash'], load: () => import('./trash/handlers.ts') },
  { prefixes: ['imports', 'profiles'], load: () => import('./imports/handlers.ts') },
  { prefixes: ['lists'], load: () => import('./exports/handlers.ts') },
  { prefixes: ['judgements', 'reports', 'blocks', 'templates'], load: () => import('./reports/handlers.ts') },
  { prefixes: ['evidence'], load: () => import('./evidence/handlers.ts') },
  { prefixes: ['figures'], load: () => import('./figures/handlers.ts') },
  { prefixes: ['ratings'], load: () => import('./ratings/handlers.ts') },
  {
    prefixes: ['analysis'],
    load: async () =>
      together(await Promise.all([import('./analysis/engine/handlers.ts'), import('./analysis/origins/handlers.ts')])),
  },
  { prefixes: ['merges'], load: () => import('./analysis/duplicates/merge/handlers.ts') },
  { prefixes: ['places'], load: () => import('./analysis/places/handlers.ts') },
]

const loaded = new Map<string, Promise<MethodTable>>()

/** The methods of the part that a method belongs to; empty where there is none. */
export function handlersFor(method: string): Promise<MethodTable> {
  const prefix = method.slice(0, method.indexOf('.'))
  const known = loaded.get(prefix)
  if (known) return known
  const part = parts.find(({ prefixes }) => prefixes.includes(prefix))
  if (!part) return Promise.resolve({})
  const table = part.load()
  for (const each of part.prefixes) loaded.set(each, table)
  return table
}

/** All methods that run in a database thread, by kind. */
export const allHandlers = async (): Promise<Required<MethodTable>> =>
  together(await Promise.all(parts.map(({ load }) => load())))

function together(tables: readonly MethodTable[]): Required<MethodTable> {
  const of = (kind: keyof MethodTable): Handlers => Object.assign({}, ...tables.map((table) => table[kind] ?? {}))
  return { queries: of('queries'), commands: of('commands'), jobs: of('jobs') }
}

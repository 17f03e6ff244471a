/** Methods of one part of the core, by kind. Jobs are long commands: they hold one transaction over many turns of the event loop, so that progress and cancel get through. */
export interface MethodTable {
  readonly queries?: Handlers
  readonly commands?: Handlers
  readonly jobs?: Handlers
}
type Handlers = Readonly<Record<string, unknown>>

/**
 * The parts of the core by the beginnings of their methods' names. The program of each is loaded with the first call: a
 * thread that reads rows has neither that which writes Word files nor that which reads lists. A test holds that the
 * contract's store methods are all here.
 */
const parts: readonly { readonly prefixes: readonly string[]; readonly load: () => Promise<MethodTable> }[] = [
  {
    prefixes: ['case', 'viewState'],
    load: async () => {
      const { caseQueries, caseCommands } = await import('./cases/handlers.ts')
      return { queries: caseQueries, commands: caseCommands }
    },
  },
  {
    prefixes: ['claims', 'carriages', 'measures', 'relations'],
    load: async () => {
      const { claimQueries, claimCommands } = await import('./claims/handlers.ts')
      return { queries: claimQueries, commands: claimCommands }
    },
  },
  {
    prefixes: ['events'],
    load: async () => {
      const { eventQueries, eventCommands } = await import('./events/handlers.ts')
      return { queries: eventQueries, commands: eventCommands }
    },
  },
  {
    prefixes: ['actors', 'outlets', 'documents'],
    load: async () => {
      const { sourceQueries, sourceCommands } = await import('./sources/handlers.ts')
      return { queries: sourceQueries, commands: sourceCommands }
    },
  },
  {
    prefixes: ['notes', 'records'],
    load: async () => {
      const { noteQueries, noteCommands } = await import('./notes/handlers.ts')
      return { queries: noteQueries, commands: noteCommands }
    },
  },
  {
    prefixes: ['views'],
    load: async () => {
      const { viewQueries, viewCommands } = await import('./views/handlers.ts')
      return { queries: viewQueries, commands: viewCommands }
    },
  },
  {
    prefixes: ['drafts'],
    load: async () => {
      const { draftQueries, draftCommands } = await import('./drafts/handlers.ts')
      return { queries: draftQueries, commands: draftCommands }
    },
  },
  {
    prefixes: ['history'],
    load: async () => {
      const { historyQueries, historyCommands } = await import('./history/handlers.ts')
      return { queries: historyQueries, commands: historyCommands }
    },
  },
  {
    prefixes: ['trash'],
    load: async () => {
      const { trashQueries, trashCommands, trashJobs } = await import('./trash/handlers.ts')
      return { queries: trashQueries, commands: trashCommands, jobs: trashJobs }
    },
  },
  {
    prefixes: ['imports', 'profiles'],
    load: async () => {
      const { importQueries, importCommands, importJobs } = await import('./imports/handlers.ts')
      return { queries: importQueries, commands: importCommands, jobs: importJobs }
    },
  },
  {
    prefixes: ['lists'],
    load: async () => ({ queries: (await import('./exports/handlers.ts')).exportQueries }),
  },
  {
    prefixes: ['judgements', 'reports', 'blocks', 'templates'],
    load: async () => {
      const { reportQueries, reportCommands } = await import('./reports/handlers.ts')
      return { queries: reportQueries, commands: reportCommands }
    },
  },
  {
    prefixes: ['evidence'],
    load: async () => {
      const { evidenceQueries, evidenceJobs } = await import('./evidence/handlers.ts')
      return { queries: evidenceQueries, jobs: evidenceJobs }
    },
  },
  {
    prefixes: ['figures'],
    load: async () => ({ queries: (await import('./figures/handlers.ts')).figureQueries }),
  },
  {
    prefixes: ['ratings'],
    load: async () => {
      const { ratingQueries, ratingCommands } = await import('./ratings/handlers.ts')
      return { queries: ratingQueries, commands: ratingCommands }
    },
  },
  {
    prefixes: ['analysis'],
    load: async () => {
      const { analysisQueries, analysisCommands } = await import('./analysis/engine/handlers.ts')
      const { originQueries } = await import('./analysis/origins/handlers.ts')
      return { queries: { ...analysisQueries, ...originQueries }, commands: analysisCommands }
    },
  },
  {
    prefixes: ['merges'],
    load: async () => {
      const { mergeQueries, mergeCommands } = await import('./analysis/duplicates/merge/handlers.ts')
      return { queries: mergeQueries, commands: mergeCommands }
    },
  },
  {
    prefixes: ['places'],
    load: async () => {
      const { placeQueries, placeCommands } = await import('./analysis/places/handlers.ts')
      return { queries: placeQueries, commands: placeCommands }
    },
  },
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
export async function allHandlers(): Promise<Required<MethodTable>> {
  const tables = await Promise.all(parts.map(({ load }) => load()))
  const of = (kind: keyof MethodTable): Handlers => Object.assign({}, ...tables.map((table) => table[kind] ?? {}))
  return { queries: of('queries'), commands: of('commands'), jobs: of('jobs') }
}

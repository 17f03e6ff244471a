import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

// The threads and the command line are programs of their own over the same core.
const programs = {
  main: at('electron/main.ts'),
  'store-thread': at('electron/store/thread.ts'),
  'list-reader': at('electron/core/imports/reader/thread.ts'),
  'backup-program': at('electron/store/backups/program.ts'),
  'search-indexer': at('electron/core/imports/search/thread.ts'),
  cli: at('electron/cli/cli.ts'),
}
const page = { index: at('renderer/index.html') }
/** What `main` loads right after its start. */
const mainLater = [at('electron/shell/methods.ts'), at('electron/ipc/route.ts')]

type ModuleGraph = { getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

/**
 * One chunk for all that the same programs need at their start, instead of one for each that lazily loaded parts share with
 * them: a start waits for each file that it opens. What more programs need goes first, as nobody's chunk may need another's.
 */
function chunksByStart(inputs: Readonly<Record<string, string>>, later: readonly string[] = []) {
  const entries = [
    ...Object.entries(inputs).map(([name, entry]) => [name, [entry]] as const),
    ['later', later] as const,
  ]
  const areSeveral = Object.keys(inputs).length > 1
  let starts: (readonly [string, ReadonlySet<string>])[] | undefined
  const startsOf = (id: string, graph: ModuleGraph): string[] => {
    starts ??= entries.map(([name, from]) => [name, reachedFrom(from, graph)])
    return starts.flatMap(([name, reached]) => (reached.has(id) ? [name] : []))
  }
  return entries.map((_, index) => ({
    priority: index + 1,
    includeDependenciesRecursively: false,
    name: (id: string, graph: ModuleGraph): string | null => {
      // A program runs by being loaded: it may be in no chunk that another loads.
      if (entries.some(([, from]) => from.includes(id))) return null
      const names = startsOf(id, graph)
      // What one program alone starts with may be what others load later, without the rest: the command line has no electron.
      const isAlone = areSeveral && new Set(names.map((name) => (name === 'later' ? 'main' : name))).size === 1
      return names.length === index + 1 && !isAlone ? names.join('-') : null
    },
  }))
}

// Blueprint imports the shapes of all its icons for those that are asked for by name, which no part of the window does.
const unusedIcons = /@blueprintjs\/icons\/.*(?:allPaths|\/paths\/)/

function reachedFrom(from: readonly string[], graph: ModuleGraph): Set<string> {
  const reached = new Set(from)
  for (const id of reached) {
    const imported = graph.getModuleInfo(id)?.importedIds ?? []
    for (const next of imported) if (!unusedIcons.test(next)) reached.add(next)
  }
  return reached
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: programs,
        output: {
          format: 'es',
          // Beside the programs: what starts a thread looks for it beside itself.
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: { groups: chunksByStart(programs, mainLater) },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can only require CommonJS, and only one file.
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      // A start reads all that the first screen needs.
      minify: true,
      // An inlined asset would need data: in the content security policy for more than pictures and fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: page, output: { codeSplitting: { groups: chunksByStart(page) } } },
    },
  },
})

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        // The threads and the command line are programs of their own over the same core.
        input: {
          main: at('electron/main.ts'),
          'store-thread': at('electron/store/thread.ts'),
          'list-reader': at('electron/core/imports/reader/thread.ts'),
          'backup-program': at('electron/store/backups/program.ts'),
          'search-indexer': at('electron/core/imports/search/thread.ts'),
          cli: at('electron/cli/cli.ts'),
        },
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
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
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
})

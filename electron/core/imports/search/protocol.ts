import type { SearchText } from '../../records/search-text.ts'

/** What the thread that builds a search index is told; it answers each message. */
export type ToIndexer =
  | { readonly type: 'add'; readonly texts: readonly SearchText[] }
  | { readonly type: 'remove'; readonly text: SearchText }
  | { readonly type: 'end' }

export type FromIndexer = { readonly type: 'done' } | { readonly type: 'failed'; readonly message: string }

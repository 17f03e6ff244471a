import type { SearchText } from '../../records/search-text.ts'
import type { PackedTexts } from '../packed-texts.ts'

/** What the thread that builds a search index is told; it answers each message. */
export type ToIndexer =
  | { readonly type: 'add'; readonly keys: Float64Array<ArrayBuffer>; readonly texts: PackedTexts }
  | { readonly type: 'remove'; readonly text: SearchText }
  | { readonly type: 'end' }

export type FromIndexer = { readonly type: 'done' } | { readonly type: 'failed'; readonly message: string }

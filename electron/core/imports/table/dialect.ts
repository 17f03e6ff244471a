/** How a table is written down: what parts its cells, and how a cell may hold what parts cells. */
export interface Dialect {
  /** One or more characters. */
  readonly delimiter: string
  /** What encloses a cell; null where nothing does. */
  readonly quote: '"' | "'" | null
  /** How an enclosed cell holds the enclosing mark: doubled (RFC 4180), after a backslash, or as it is. */
  readonly escape: 'double' | 'backslash' | 'none'
}

/** What parts cells in lists that people send, the likeliest first. */
export const delimiters = [',', ';', '\t', '|', ' ', ', ', '; ', ' | ', '\t\t', '||', '^', '~', '§', ':'] as const

/** RFC 4180, as Parallax itself writes. */
export const rfc4180: Dialect = { delimiter: ',', quote: '"', escape: 'double' }

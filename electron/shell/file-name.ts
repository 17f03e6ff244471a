/** A title as a file may be called: without the marks that a file system keeps for itself. */
export const fileNameOf = (title: string): string =>
  title
    .replace(/[/\\:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100) || 'Report'

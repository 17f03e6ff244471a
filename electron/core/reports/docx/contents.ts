import { LeaderType, Paragraph, TableOfContents, TextRun } from 'docx'
import type { ReportModel } from '../model.ts'
import { bookmarkName } from './links.ts'

/** A shorter report is seen at one glance. */
const fewest = 4

/**
 * The table of contents: a field of Word's, filled in with links to the sections. It is without page numbers, which only
 * Word can tell: laying the pages out here takes longer than all the rest, and Word would ask before it fills them in.
 */
export function contents({ sections }: ReportModel): (Paragraph | TableOfContents)[] {
  const cachedEntries = sections.flatMap(({ anchor, title }) =>
    title === null ? [] : [{ title, level: 1, href: bookmarkName(anchor) }],
  )
  if (cachedEntries.length < fewest) return []
  const levels = { headingStyleRange: '1-1', pageNumbersEntryLevelsRange: '1-1' }
  return [
    new Paragraph({ style: 'ContentsHead', children: [new TextRun('Contents')] }),
    new TableOfContents('Contents', {
      hyperlink: true,
      ...levels,
      beginDirty: false,
      tabLeader: LeaderType.NONE,
      cachedEntries,
    }),
    new Paragraph({ style: 'Rule' }),
  ]
}

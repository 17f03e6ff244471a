import type {
  BlockContent,
  Break,
  FootnoteReference,
  Heading,
  Html,
  Link,
  Paragraph,
  PhrasingContent,
  Strong,
  Table,
  TableCell,
  Text,
} from 'mdast'

/** Short makers of the nodes that a report in Markdown is built of. */
export const text = (value: string): Text => ({ type: 'text', value })
export const strong = (value: string): Strong => ({ type: 'strong', children: [text(value)] })
export const link = (url: string, value: string): Link => ({ type: 'link', url, children: [text(value)] })
export const paragraph = (...children: readonly PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children: [...children],
})
export const heading = (depth: Heading['depth'], ...children: readonly PhrasingContent[]): Heading => ({
  type: 'heading',
  depth,
  children: [...children],
})

/** A reference to a note; its definition stands at the end of the document. */
export const noteReference = (number: number): FootnoteReference => ({
  type: 'footnoteReference',
  identifier: String(number),
  label: String(number),
})

/** References to notes in a cell: each once, a comma between. */
export const noteReferences = (numbers: readonly number[]): PhrasingContent[] =>
  between(
    [...new Set(numbers)].map((number) => [noteReference(number)]),
    text(', '),
  )

/** The parts one after another, with `mark` between. */
export const between = (parts: readonly (readonly PhrasingContent[])[], mark: PhrasingContent): PhrasingContent[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [mark, ...part]))

const html = (value: string): Html => ({ type: 'html', value })
/** A cell is one line of the file: HTML is the only way to start a new line in it. */
export const lineBreak = html('<br>')

/** A text in a cell, its lines apart. */
export const cellText = (value: string): PhrasingContent[] =>
  between(
    value.split(/\r\n|\r|\n/).map((line) => [text(line)]),
    lineBreak,
  )

/** A text in a heading, which has one line. */
export const headingText = (value: string): Text => text(value.replaceAll(/\s+/g, ' '))

/** A text in a paragraph, its lines apart. */
export const lines = (value: string): PhrasingContent[] => {
  const newLine: Break = { type: 'break' }
  return between(
    value.split(/\r\n|\r|\n/).map((line) => [text(line)]),
    newLine,
  )
}

/**
 * The place that links to a claim or an event lead to. Headings get such places by themselves, rows of a table do not;
 * GitHub, GitLab and the usual viewers keep the `id` of an `a`, and take it from most other elements.
 */
export const anchor = (id: string | null): Html[] => (id === null ? [] : [html(`<a id="${id}"></a>`)])

type Cell = readonly PhrasingContent[]

/** A table with a head. */
export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const cell = (children: Cell): TableCell => ({ type: 'tableCell', children: [...children] })
  return {
    type: 'table',
    children: [heads.map((head) => [text(head)]), ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map(cell),
    })),
  }
}

/** What an item of a list holds: "**Label:** value", with more below where there is more. */
export function labelled(
  label: string,
  value: readonly PhrasingContent[],
  more: readonly BlockContent[] = [],
): BlockContent[] {
  const words = value.length === 0 ? [] : [text(' '), ...value]
  return [paragraph(strong(`${label}:`), ...words), ...more]
}

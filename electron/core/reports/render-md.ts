import type { BlockContent, DefinitionContent, PhrasingContent, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { assertNever } from '../../../shared/result.ts'
import { dataSection } from './md/data-lines.ts'
import { figureBlocks, pictureFiles, type PictureFile } from './md/figures.ts'
import { linkedAnchors } from './md/linked.ts'
import { blocks, judgementList } from './md/judgements.ts'
import { anchor, heading, headingText, labelled, lines, paragraph, strong, table, text } from './md/nodes.ts'
import { claimTable, eventTable, sourceTable, sourceTitle } from './md/tables.ts'
import type { Note, ReportModel, Section, SourceEntry } from './model.ts'
import {
  claimDetail,
  confidenceNote,
  facts,
  gradesNote,
  scaleTables,
  sourceDetail,
  tlpText,
  withheldWords,
} from './words.ts'

type Block = BlockContent | DefinitionContent

interface MarkdownReport {
  readonly text: string
  /** The files that it shows, which lie in the folder. */
  readonly pictures: readonly PictureFile[]
}

/** The report as GitHub-flavoured Markdown with its pictures in a folder beside it. Its first and its last line are the label. */
export function renderMarkdown(model: ReportModel, folder = 'pictures'): MarkdownReport {
  const pictures = pictureFiles(model)
  const addresses = new Map(pictures.map(({ anchor, name }) => [anchor, `${encodeURIComponent(folder)}/${name}`]))
  const root: Root = {
    type: 'root',
    children: [
      tlpLine(model),
      heading(1, headingText(model.title)),
      factList(model),
      ...reportBody(model, addresses),
      tlpLine(model),
    ],
  }
  // Cells are not padded to the longest of their column, which may be a page long: all count as three wide, since a
  // line of three dashes under the heads is what every reader of tables takes.
  const extensions = [gfmToMarkdown({ stringLength: () => 3 })]
  return { text: toMarkdown(root, { bullet: '-', rule: '-', listItemIndent: 'one', extensions }), pictures }
}

/** Of pictures, by their anchors. */
type Addresses = ReadonlyMap<string, string>

/** The sections of a report, with its notes after them. */
export function reportBody(model: ReportModel, addresses: Addresses = new Map()): Block[] {
  const linked = linkedAnchors(model)
  return [
    ...model.sections.flatMap((section) => sectionBlocks(model, linked, section, addresses)),
    ...model.notes.map(noteDefinition),
  ]
}

const tlpLine = ({ tlp }: ReportModel): Block => paragraph(strong(tlpText(tlp)))

const factList = (model: ReportModel): Block => ({
  type: 'list',
  spread: false,
  children: facts(model).map(({ label, value }) => ({
    type: 'listItem',
    children: labelled(label, lines(value)),
  })),
})

function sectionBlocks(
  model: ReportModel,
  linked: ReadonlySet<string>,
  section: Section,
  addresses: Addresses,
): Block[] {
  // Readers make places of headings by their words: one that is linked to needs that of its own.
  const place = anchor(linked.has(section.anchor) ? section.anchor : null)
  const title = section.title === null ? [] : [heading(2, ...place, headingText(section.title))]
  return [...title, ...sectionBody(model, linked, section, addresses)]
}

function sectionBody(model: ReportModel, linked: ReadonlySet<string>, section: Section, addresses: Addresses): Block[] {
  switch (section.kind) {
    case 'heading':
      return []
    case 'text':
      return blocks(section.body)
    case 'bottom-line':
      return [{ type: 'blockquote', children: blocks(section.body) }]
    case 'key-judgements':
      return [judgementList(linked, section.judgements)]
    case 'claims':
      return [
        ...(section.note === null ? [] : [paragraph(text(section.note))]),
        ...(section.claims.length === 0 ? [] : claimTable(linked, section)),
      ]
    case 'events':
      return eventTable(linked, section)
    case 'sources':
      return sourceTable(section)
    case 'source-summary':
    case 'gaps':
    case 'changes':
    case 'alternatives':
      return dataSection(section)
    case 'figure':
      return figureBlocks(section, addresses.get(section.anchor) ?? '')
    case 'withheld':
      return [paragraph(text(withheldWords(section)))]
    case 'glossary':
      return glossary(model, section)
    default:
      return assertNever(section)
  }
}

function glossary(model: ReportModel, section: Extract<Section, { kind: 'glossary' }>): Block[] {
  const scales = scaleTables(model, section).flatMap(({ caption, heads, rows }) => [
    paragraph(strong(caption)),
    table(
      heads,
      rows.map((row) => row.map((cell) => [text(cell)])),
    ),
  ])
  const notes = [section.hasConfidence && confidenceNote, section.hasGrades && gradesNote].filter(
    (note) => note !== false,
  )
  return [...scales, ...notes.map((note) => paragraph(text(note)))]
}

/** A note as a footnote: GitHub numbers them by their first references, and so does the model. */
function noteDefinition(note: Note, index: number): Block {
  const number = String(index + 1)
  return { type: 'footnoteDefinition', identifier: number, label: number, children: noteBlocks(note) }
}

function noteBlocks(note: Note): BlockContent[] {
  switch (note.kind) {
    case 'source':
      return [paragraph(...cited(note.source))]
    case 'claim':
      return [paragraph(...claimWords(note))]
    case 'text':
      return blocks(note.body)
    default:
      return assertNever(note)
  }
}

const claimWords = ({ claim, sources }: Extract<Note, { kind: 'claim' }>): PhrasingContent[] => [
  text(`${claim.ref}: `),
  ...lines(`“${claim.statement}”`),
  text(` ${claimDetail(claim)}`),
  ...sources.flatMap((source) => [text(' '), ...cited(source)]),
]

const cited = (source: SourceEntry): PhrasingContent[] => [
  ...sourceTitle(source),
  text(`. ${sourceDetail(source)}`.trimEnd()),
]

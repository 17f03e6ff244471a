import { Document, HeadingLevel, Packer, Paragraph, Tab, TextRun } from 'docx'
import type { ReportModel } from '../model.ts'
import { facts } from '../words.ts'
import { contents } from './contents.ts'
import { embeddedFonts } from './fonts.ts'
import { margins, paper } from './look.ts'
import { pageFooter, pageHeader } from './margins.ts'
import { footnotes } from './notes.ts'
import { coreProperties } from './properties.ts'
import { sectionBlocks } from './sections.ts'
import { makeSheet } from './sheet.ts'
import { styles } from './styles.ts'
import { textRuns } from './text.ts'

/** The report as a Word file, with placeholders for its pictures. */
export async function makeDocument(model: ReportModel): Promise<Uint8Array> {
  const sheet = makeSheet(model)
  const document = new Document({
    title: model.title,
    styles,
    fonts: await embeddedFonts(JSON.stringify(model)),
    footnotes: footnotes(sheet, model.notes),
    sections: [
      {
        properties: { page: { size: paper, margin: { ...margins, left: margins.side, right: margins.side } } },
        headers: { default: pageHeader(model) },
        footers: { default: pageFooter(model) },
        children: [
          ...titleBlock(model),
          ...contents(model),
          ...model.sections.flatMap((section) => sectionBlocks(sheet, model, section)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document, false, [coreProperties(model)]))
}

const titleBlock = (model: ReportModel): Paragraph[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(model.title) }),
  ...facts(model).map(
    ({ label, value }) =>
      new Paragraph({
        style: 'Fact',
        children: [new TextRun({ style: 'Label', children: [label, new Tab()] }), ...textRuns(value)],
      }),
  ),
  new Paragraph({ style: 'Rule' }),
]

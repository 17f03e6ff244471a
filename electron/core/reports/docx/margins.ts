import { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import { tlpColours } from '../../../../shared/scales.ts'
import type { ReportModel } from '../model.ts'
import { tlpText } from '../words.ts'
import { filled, textWidth } from './look.ts'
import { textRuns } from './text.ts'

const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }]

/** The top of each page: the title, and the label at the right. */
export const pageHeader = (model: ReportModel): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops,
        children: [...textRuns(shortened(model.title)), tab(), label(model)],
      }),
    ],
  })

/** The foot of each page: its number, and the label again. */
export const pageFooter = (model: ReportModel): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops,
        children: [
          new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
          tab(),
          label(model),
        ],
      }),
    ],
  })

const tab = (): TextRun => new TextRun({ children: [new Tab()] })

/** In the colours of TLP 2.0 on black, in 12 pt, as FIRST asks. */
const label = ({ tlp }: ReportModel): TextRun =>
  new TextRun({
    text: `\u00a0${tlpText(tlp)}\u00a0`,
    bold: true,
    size: 24,
    color: tlpColours[tlp].slice(1),
    shading: filled('000000'),
    noProof: true,
  })

/** What fits on the line beside the label: Korean letters are about twice as wide. */
const room = 92
function shortened(title: string): string {
  const characters = [...title.replaceAll(/\s+/g, ' ')]
  let width = 0
  const fitting = characters.findIndex((character) => {
    width += character > '\u1100' ? 2 : 1
    return width > room
  })
  return fitting < 0 ? characters.join('') : `${characters.slice(0, fitting).join('').trimEnd()}…`
}

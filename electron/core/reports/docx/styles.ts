import { LineRuleType, type IParagraphStyleOptions, type ISpacingProperties, type IStylesOptions } from 'docx'
import { codeFont, koreanFont, latinFont } from './font-names.ts'
import { colours, filled, frame, labelWidth, line } from './look.ts'

/** At least this line height, in points: Korean letters stand taller than Latin ones. */
const spaced = (before: number, after: number, height: number): ISpacingProperties => ({
  before: before * 20,
  after: after * 20,
  line: height * 20,
  lineRule: LineRuleType.AT_LEAST,
})

const heading = (size: number, before: number, after: number, level: number): HeadingStyle => ({
  run: { size, bold: true, color: colours.ink },
  paragraph: {
    spacing: spaced(before, after, Math.round(size * 0.65)),
    keepNext: true,
    keepLines: true,
    outlineLevel: level,
  },
})
type HeadingStyle = Pick<IParagraphStyleOptions, 'run' | 'paragraph'>

const small = { size: 16, color: colours.muted }

/** A paragraph style of the report's own; `name` is what Word lists it as. */
const style = (
  id: string,
  name: string,
  { run, paragraph, basedOn }: HeadingStyle & { readonly basedOn?: string },
): IParagraphStyleOptions => ({ id, name, basedOn: basedOn ?? 'Normal', quickFormat: true, run, paragraph })

const paragraphStyles: readonly IParagraphStyleOptions[] = [
  style('BodyText', 'Body Text', { paragraph: { spacing: spaced(0, 7, 14) } }),
  style('BottomLine', 'Bottom Line', { run: { size: 24 }, paragraph: { spacing: spaced(0, 6, 17) } }),
  style('Fact', 'Fact', {
    paragraph: { spacing: spaced(0, 1, 14), indent: { left: labelWidth, hanging: labelWidth } },
  }),
  style('ContentsHead', 'Contents Head', {
    run: { bold: true, color: colours.muted },
    paragraph: { spacing: spaced(0, 4, 14), keepNext: true },
  }),
  style('TOC1', 'toc 1', { paragraph: { spacing: spaced(0, 2, 14) } }),
  style('Rule', 'Rule', {
    run: { size: 4 },
    paragraph: { spacing: { before: 0, after: 200 }, border: { bottom: line(colours.rule, 4, 1) } },
  }),
  style('Judgement', 'Judgement', {
    run: { size: 21, bold: true },
    paragraph: {
      spacing: spaced(9, 4, 15),
      keepNext: true,
      keepLines: true,
      border: { top: line(colours.line, 4, 8) },
    },
  }),
  style('JudgementBasis', 'Judgement Basis', {
    run: { size: 19 },
    paragraph: { spacing: spaced(0, 3, 13) },
  }),
  style('ListBullet', 'List Bullet', { basedOn: 'BodyText' }),
  style('ListNumber', 'List Number', { basedOn: 'BodyText' }),
  style('Quote', 'Quote', {
    run: { color: colours.muted },
    paragraph: { spacing: spaced(0, 7, 14), border: { left: line(colours.line, 16, 9) } },
  }),
  style('Code', 'Code', {
    run: { font: { ascii: codeFont, hAnsi: codeFont, cs: codeFont, eastAsia: koreanFont }, size: 17, noProof: true },
    paragraph: {
      spacing: spaced(5, 11, 12),
      indent: { left: 120, right: 120 },
      shading: filled(colours.faint),
      border: frame(colours.faint, 5),
    },
  }),
  style('TableText', 'Table Text', { run: { size: 17 }, paragraph: { spacing: spaced(0, 0, 12) } }),
  style('TableHead', 'Table Head', {
    run: { size: 16, bold: true, color: colours.muted },
    paragraph: { spacing: spaced(0, 0, 11), keepNext: true },
  }),
  style('TableDetail', 'Table Detail', { run: small, paragraph: { spacing: spaced(1, 0, 11) } }),
  style('TableQuote', 'Table Quote', {
    run: small,
    paragraph: {
      spacing: spaced(3, 0, 11),
      indent: { left: 130 },
      border: { left: line(colours.line, 12, 5) },
    },
  }),
  style('Remark', 'Remark', { run: { size: 17, color: colours.muted }, paragraph: { spacing: spaced(0, 5, 13) } }),
  style('Header', 'header', { run: small, paragraph: { spacing: spaced(0, 0, 12) } }),
  style('Footer', 'footer', { run: small, paragraph: { spacing: spaced(0, 0, 12) } }),
]

/** The styles of a report. Who restyles it in Word changes these and nothing else. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: { ascii: latinFont, hAnsi: latinFont, cs: latinFont, eastAsia: koreanFont },
        size: 20,
        color: colours.ink,
        language: { value: 'en-GB', eastAsia: 'ko-KR', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: spaced(0, 0, 14) },
    },
    title: {
      run: { size: 48, bold: true },
      paragraph: { spacing: spaced(0, 12, 30), keepNext: true, keepLines: true },
    },
    heading1: heading(30, 20, 6, 0),
    heading2: heading(24, 14, 4, 1),
    heading3: heading(21, 12, 3, 2),
    heading4: heading(20, 10, 3, 3),
    heading5: heading(20, 10, 3, 4),
    heading6: heading(20, 10, 3, 5),
    caption: {
      run: { size: 17, color: colours.muted },
      paragraph: { spacing: spaced(0, 4, 13), keepNext: true },
    },
    hyperlink: { run: { color: colours.accent, underline: {} } },
    footnoteReference: { run: { superScript: true, size: 20, color: colours.accent } },
    footnoteText: {
      run: { size: 17 },
      paragraph: { spacing: spaced(0, 2, 12), indent: { left: 300, hanging: 300 } },
    },
    footnoteTextChar: { run: { size: 17 } },
  },
  paragraphStyles,
  characterStyles: [
    { id: 'IndexLink', name: 'Index Link', basedOn: 'DefaultParagraphFont', run: { color: colours.accent } },
    { id: 'Label', name: 'Label', basedOn: 'DefaultParagraphFont', run: { color: colours.muted } },
    {
      id: 'InlineCode',
      name: 'Inline Code',
      basedOn: 'DefaultParagraphFont',
      run: { font: { ascii: codeFont, hAnsi: codeFont, cs: codeFont }, noProof: true },
    },
  ],
}

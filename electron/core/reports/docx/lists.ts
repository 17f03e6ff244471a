import { AlignmentType, LevelFormat, type ILevelsOptions, type NumberingDefinition } from 'docx'
import { colours, listStep } from './look.ts'

const marks = ['•', '–', '·']
/** Word has nine levels. */
export const deepest = 8

const levels = (make: (level: number) => Omit<ILevelsOptions, 'level'>): ILevelsOptions[] =>
  Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: listStep * (level + 1), hanging: listStep } } },
    ...make(level),
  }))

// The names are such as no text has: the library looks for them in the whole of it.
export const bullets: NumberingDefinition = {
  reference: 'parallax\u2063bullets',
  levels: levels((level) => ({ format: LevelFormat.BULLET, text: marks[level % marks.length] })),
}

/** Numbers from `start` on. Each list is one of its own, at whatever depth it stands. */
export const numbersFrom = (start: number): NumberingDefinition => ({
  reference: `parallax\u2063numbers from ${start}`,
  levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
})

/** The numbers of judgements, which go on through the whole report. */
export const judgementNumbers = (start: number): NumberingDefinition => ({
  reference: `parallax\u2063judgements from ${start}`,
  levels: levels((level) => ({
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}`,
    start,
    style: { run: { color: colours.muted, bold: true } },
  })),
})

import { CharacterSet, type IPropertiesOptions } from 'docx'
import { koreanFont, latinFont } from './font-names.ts'
import { charactersIn, subsetFace, type Characters, type FaceName } from '../fonts.ts'

/** Who goes on writing in Word needs more letters than the report has: those of Europe's languages and of Russian. */
const writable = letters(0xa0, 0x17f) + letters(0x400, 0x45f)

const shared = letters(0x20, 0x7e) + '\u00a0·–—‘’“”…'

function letters(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
}

/**
 * The fonts to embed, so that a report looks the same on every machine. The bold face is the family's own Bold: Word
 * takes only faces whose own names pair them, and SemiBold is by its name a family of its own.
 */
export async function embeddedFonts(text: string): Promise<IPropertiesOptions['fonts']> {
  const used = charactersIn(text)
  // Within Korean text, spaces, digits and punctuation are set in its font too.
  const characters: Characters = { latin: used.latin + writable, korean: used.korean + shared }
  const face = (name: FaceName): Promise<Buffer> => subsetFace(name, characters, 'truetype')
  const latin = {
    name: latinFont,
    data: await face('latin-400'),
    bold: await face('latin-700'),
    italic: await face('latin-italic'),
  }
  if (used.korean === '') return [latin]
  const korean = { name: koreanFont, data: await face('korean-400'), bold: await face('korean-700') }
  return [latin, { ...korean, characterSet: CharacterSet.HANGUL }]
}

import { foldText } from '../../../../shared/text.ts'

/** The form in which names and words are compared: case, accents, spaces, hyphens, underscores and other marks do not count. */
export const looseKey = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '')

import { subsetFace, type Characters, type FaceName } from '../fonts.ts'

export const latinFamily = 'Report Sans'
export const koreanFamily = 'Report Sans KR'

const faces: readonly {
  readonly face: FaceName
  readonly family: string
  readonly weight: number
  readonly style: string
}[] = [
  { face: 'latin-400', family: latinFamily, weight: 400, style: 'normal' },
  { face: 'latin-600', family: latinFamily, weight: 600, style: 'normal' },
  { face: 'latin-italic', family: latinFamily, weight: 400, style: 'italic' },
  { face: 'korean-400', family: koreanFamily, weight: 400, style: 'normal' },
  { face: 'korean-600', family: koreanFamily, weight: 600, style: 'normal' },
]

/** The rules that embed the fonts, cut down to the characters that are used. */
export async function fontFaces(characters: Characters): Promise<string> {
  const used = faces.filter(({ family }) => family === latinFamily || characters.korean !== '')
  const rules = used.map(async ({ face, family, weight, style }) => {
    const font = await subsetFace(face, characters, 'woff')
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url(data:font/woff;base64,${font.toString('base64')}) format("woff")}`
  })
  return (await Promise.all(rules)).join('\n')
}

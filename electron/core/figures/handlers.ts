import type { Handlers } from '../../ipc/dispatch.ts'
import type { QueryContext } from '../context.ts'
import { charactersIn } from '../reports/fonts.ts'
import { fontFaces } from '../reports/html/font-faces.ts'
import { figureData } from './figure-data.ts'

export const queries = {
  'figures.data': ({ db }, request) => figureData(db, request),
  'figures.fonts': (_ctx, { text }) => fontFaces(charactersIn(text)),
} satisfies Handlers<'figures.data' | 'figures.fonts', QueryContext>

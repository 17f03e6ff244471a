import { figureKinds } from '../../../shared/figures/data.ts'
import type { Command } from '../../app/commands.ts'
import { figureNames, showFigure } from './figures-state.ts'

/** The pictures by name, for the palette. */
export const figureCommands: readonly Command[] = figureKinds.map((kind) => ({
  id: `picture.${kind}`,
  label: `Picture: ${figureNames[kind].title.toLowerCase()}`,
  group: 'Go to',
  run: () => showFigure(kind),
}))

import { create } from 'zustand'
import type { RecordLink } from '../../../shared/ids.ts'

/** What was chosen in the palette: a command by its id, or a record. */
export type Chosen =
  { readonly kind: 'command'; readonly id: string } | { readonly kind: 'record'; readonly link: RecordLink }

interface PaletteState {
  readonly isOpen: boolean
  /** Newest first. */
  readonly recent: readonly Chosen[]
}

const mostRecent = 8

export const usePalette = create<PaletteState>(() => ({ isOpen: false, recent: [] }))

/** Opens the palette, from anywhere in the window. */
export const openPalette = (): void => usePalette.setState({ isOpen: true })
export const closePalette = (): void => usePalette.setState({ isOpen: false })

const keyOf = (chosen: Chosen): string =>
  chosen.kind === 'command' ? chosen.id : `${chosen.link.kind} ${chosen.link.id}`

/** Remembers what was chosen, to offer it first. */
export const remember = (chosen: Chosen): void =>
  usePalette.setState(({ recent }) => ({
    recent: [chosen, ...recent.filter((known) => keyOf(known) !== keyOf(chosen))].slice(0, mostRecent),
  }))

/** Records of a case that is no longer open lead nowhere. */
export const forgetRecords = (): void =>
  usePalette.setState(({ recent }) => ({ recent: recent.filter(({ kind }) => kind === 'command') }))

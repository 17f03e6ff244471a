import { create } from 'zustand'

interface State {
  /** What is looked up; null: the dialog is closed. */
  readonly lookedUp: string | null
  /** The name of the place that is being added; null: none is. */
  readonly added: string | null
}

const closed: State = { lookedUp: null, added: null }

/** The dialogs about places, which can be asked for from anywhere. */
export const usePlaceDialogs = create<State>(() => closed)

/** Shows what is known of a place. */
export const openLookUp = (text: string): void => usePlaceDialogs.setState({ lookedUp: text, added: null })

/** Asks for a place of one's own. */
export const requestNewPlace = (name: string): void => usePlaceDialogs.setState({ lookedUp: null, added: name })

export const closePlaceDialogs = (): void => usePlaceDialogs.setState(closed)

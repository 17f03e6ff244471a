import { create } from 'zustand'
import { goTo } from '../../app/history.ts'

interface State {
  readonly isOpen: boolean
}

/** Whether the dialog for a new claim is open; it can be asked for from anywhere. */
export const useNewClaim = create<State>(() => ({ isOpen: false }))

/** Shows the claims and the dialog for a new one. */
export function requestNewClaim(): void {
  goTo('/claims')
  useNewClaim.setState({ isOpen: true })
}
export const closeNewClaim = (): void => useNewClaim.setState({ isOpen: false })

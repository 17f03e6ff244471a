import { createHashHistory } from '@tanstack/react-router'
import { leaveField } from './leave-field.ts'

/** Where the window stands; a module of its own so that features can go elsewhere without knowing the router. */
export const history = createHashHistory()

/** Shows a screen, by its path: "/claims", "/notes/<id>". */
export const goTo = (path: string): void => leaveField(() => history.push(path))

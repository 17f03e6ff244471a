import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import { ClaimsScreen } from '../features/claims/ClaimsScreen.tsx'
import { Frame } from './Frame.tsx'
import { history } from './history.ts'
import { screens } from './screens.tsx'

const root = createRootRoute({ component: Frame })
const child = <P extends string>(path: P) => ({ getParentRoute: () => root, path }) as const

/** A drawing failure goes up to the window's own boundary, which says what is safe. */
function Rethrow({ error }: ErrorComponentProps): never {
  throw error
}

const start = createRoute({
  ...child('/'),
  beforeLoad: () => {
    throw redirect({ to: '/claims' })
  },
})
// Most starts show the claims: their part of the program comes with the window's own.
const claims = createRoute({
  ...child('/claims'),
  component: ClaimsScreen,
})
const events = createRoute({
  ...child('/events'),
  component: lazyRouteComponent(() => import('../features/events/EventsScreen.tsx'), 'EventsScreen'),
})
const sources = () => import('../features/sources/SourcesScreen.tsx')
const actors = createRoute({ ...child('/sources/actors'), component: lazyRouteComponent(sources, 'ActorsScreen') })
const outlets = createRoute({ ...child('/sources/outlets'), component: lazyRouteComponent(sources, 'OutletsScreen') })
const documents = createRoute({
  ...child('/sources/documents'),
  component: lazyRouteComponent(sources, 'DocumentsScreen'),
})
const places = createRoute({
  ...child('/sources/places'),
  component: lazyRouteComponent(() => import('../features/places/PlacesScreen.tsx'), 'PlacesScreen'),
})
const notesScreen = lazyRouteComponent(() => import('../features/notes/NotesScreen.tsx'), 'NotesScreen')
const notes = createRoute({ ...child('/notes'), component: notesScreen })
const note = createRoute({ ...child('/notes/$id'), component: notesScreen })
const reportScreen = lazyRouteComponent(() => import('../features/report/ReportScreen.tsx'), 'ReportScreen')
const reports = createRoute({ ...child('/report'), component: reportScreen })
const report = createRoute({ ...child('/report/$id'), component: reportScreen })

const figures = createRoute({
  ...child('/pictures'),
  component: lazyRouteComponent(() => import('../features/figures/FiguresScreen.tsx'), 'FiguresScreen'),
})

const historyScreen = () => import('../features/history/HistoryScreen.tsx')
const activity = createRoute({ ...child('/history'), component: lazyRouteComponent(historyScreen, 'ActivityScreen') })
const trash = createRoute({ ...child('/history/trash'), component: lazyRouteComponent(historyScreen, 'TrashScreen') })

const review = () => import('../features/review/ReviewScreen.tsx')
const toReview = createRoute({ ...child('/review'), component: lazyRouteComponent(review, 'ToReviewScreen') })
const confirmed = createRoute({
  ...child('/review/confirmed'),
  component: lazyRouteComponent(review, 'ConfirmedScreen'),
})
const rejected = createRoute({ ...child('/review/rejected'), component: lazyRouteComponent(review, 'RejectedScreen') })
const notComparable = createRoute({
  ...child('/review/not-comparable'),
  component: lazyRouteComponent(() => import('../features/review/NotComparableScreen.tsx'), 'NotComparableScreen'),
})

/** The screens and their addresses. A note's or report's id is read with `useParams({ strict: false })`. */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    claims,
    events,
    actors,
    outlets,
    documents,
    places,
    notes,
    note,
    reports,
    report,
    toReview,
    confirmed,
    rejected,
    notComparable,
    figures,
    activity,
    trash,
  ]),
  history,
  defaultErrorComponent: Rethrow,
})

/** Loads the code of every screen: the first visit to each is then as quick as the next, and no key falls between two. */
export async function preloadScreens(): Promise<void> {
  for (const { path } of screens) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: longestIdleWait }))
    await router.preloadRoute({ to: path })
  }
}

/** One after the other, whenever the window has nothing to do, in milliseconds at the latest. */
const longestIdleWait = 500

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

import type { Output, Push, Topic } from '../../shared/contract.ts'
import { call } from './call.ts'
import { queryKey, type QueryName } from './queries.ts'
import { toast } from '../ui/toast.ts'
import { queryClient } from './query-client.ts'

const counted: readonly Topic[] = ['claims', 'events', 'sources', 'places', 'notes']
const records: readonly Topic[] = [...counted, 'analysis']

/** The topics that each query shows: a push of one of them makes its answers stale. */
export const topicsOf: Readonly<Record<QueryName, readonly Topic[]>> = {
  'case.current': ['case'],
  'case.recent': ['case'],
  'case.refused': ['case'],
  'case.counts': ['case', ...counted, 'reports'],
  'evidence.look': [...records, 'reports', 'history'],
  'claims.page': records,
  'claims.first': records,
  'claims.ids': records,
  'claims.facets': records,
  'claims.summary': records,
  'claims.get': records,
  'claims.values': ['claims', 'events', 'sources', 'places'],
  'events.page': records,
  'events.ids': records,
  'events.facets': records,
  'events.get': records,
  'actors.page': records,
  'actors.ids': records,
  'actors.facets': records,
  'actors.get': records,
  'outlets.page': records,
  'outlets.ids': records,
  'outlets.facets': records,
  'outlets.get': records,
  'documents.page': records,
  'documents.ids': records,
  'documents.facets': records,
  'documents.get': records,
  'analysis.status': ['analysing', ...records],
  'analysis.findings': ['analysis', ...records, 'history'],
  'analysis.compare': ['analysis', ...records],
  'analysis.notComparable': ['analysis', ...records],
  'ratings.ofSource': records,
  'ratings.trackRecord': records,
  'places.page': ['places'],
  'places.ids': ['places'],
  'places.facets': ['places'],
  'places.get': records,
  'places.find': ['places'],
  'places.tree': ['places'],
  'map.outlines': [],
  'notes.page': records,
  'notes.ids': ['notes'],
  'notes.get': records,
  'records.find': records,
  'records.resolve': records,
  // The analysis finds what contradicts evidence.
  'judgements.list': ['reports', 'claims', 'case', 'analysis'],
  'reports.list': ['reports'],
  'reports.compareVersions': [...records, 'reports', 'case'],
  'reports.get': ['reports', 'claims', 'events', 'sources', 'case'],
  'reports.places': ['reports', 'claims', 'events', 'sources', 'case', 'analysis', 'views'],
  'reports.changes': ['reports', 'claims', 'events', 'sources', 'views', 'history'],
  'reports.checklist': ['reports', 'claims', 'events', 'sources', 'case', 'analysis', 'views'],
  'reports.preview': ['reports', 'claims', 'events', 'sources', 'analysis', 'case', 'views'],
  'imports.inspect': [],
  'imports.preview': [...records, 'imports'],
  'imports.previewUndo': [...records, 'reports', 'history', 'imports'],
  'imports.list': ['imports', 'history'],
  'imports.verdicts': ['imports'],
  'profiles.list': ['imports'],
  'backups.list': ['backups', 'history', 'case'],
  'backups.notice': ['backups'],
  'analysis.origins': [...records, 'analysis'],
  'jobs.list': ['jobs'],
  'history.state': ['history', 'case'],
  'history.list': ['history'],
  'history.people': ['history'],
  'history.later': ['history'],
  'history.changes': ['history', ...records],
  'history.versions': ['history', ...records, 'reports'],
  'merges.preview': [...records, 'reports'],
  'trash.list': ['history'],
  'figures.data': [...records, 'case', 'analysis', 'places'],
  'figures.fonts': [],
  'templates.list': ['reports'],
  'views.list': ['views'],
  'viewState.get': [],
  'drafts.list': [],
  'app.info': [],
  'preferences.get': ['preferences'],
}

/** Queries that are about the application, not about the open case. */
const ofTheApp: ReadonlySet<string> = new Set<QueryName>([
  'case.current',
  'case.recent',
  'case.refused',
  'jobs.list',
  'backups.notice',
  'app.info',
  'preferences.get',
])

type OpenCase = Output<'case.current'>
const fileOf = (open: OpenCase | undefined): string => (open ? `${open.folder}/${open.fileName}/${open.info.id}` : '')

/** Makes exactly the queries stale that show one of the topics; those on the screen are asked again at once. */
export async function invalidate(topics: readonly Topic[]): Promise<void> {
  if (topics.includes('case')) await followCase()
  const touched = new Set(topics)
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => (topicsOf[name as QueryName] ?? []).some((topic) => touched.has(topic)),
  })
}

/** When another file was opened, no answer of the one before may be shown for it. */
async function followCase(): Promise<void> {
  const before = queryClient.getQueryData<OpenCase>(queryKey('case.current'))
  const now = await call('case.current').catch(() => null)
  if (fileOf(before) !== fileOf(now))
    queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => !ofTheApp.has(String(name)) })
  queryClient.setQueryData<OpenCase>(queryKey('case.current'), now)
}

const restartedWords =
  'The window had stopped and was loaded anew. What was saved is safe, and what you typed was kept.'

type Listener = (push: Push) => void
const listeners = new Set<Listener>()

/** Hears every push after the queries it touches were made stale. Answers how to stop. */
export function onPush(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Starts to follow what main pushes; once, when the window starts. */
export function followPushes(): () => void {
  return window.parallax.onChanged((push) => {
    if (push.restarted) toast({ message: restartedWords, timeout: 12_000 })
    void invalidate(push.topics)
    for (const listener of listeners) listener(push)
  })
}

import { useMemo } from 'react'
import { ask, run } from '../data/queries.ts'
import { useOpenCase } from '../data/use-case.ts'
import { openBackups } from '../features/backups/backups-state.ts'
import { requestNewClaim } from '../features/claims/new-claim.ts'
import { pickReport } from '../features/evidence/evidence-state.ts'
import { figureCommands } from '../features/figures/figure-commands.ts'
import { openImport } from '../features/imports/ImportHost.tsx'
import { openPalette } from '../features/palette/CommandPalette.tsx'
import { openLookUp } from '../features/places/place-dialogs.ts'
import { openSettings } from '../features/settings/SettingsHost.tsx'
import { toast } from '../ui/toast.ts'
import { useCommands, type Command } from './commands.ts'
import type { Condition } from '../../shared/list.ts'
import { clearFilters, setFilter, setTab } from '../features/grid/grid-store.ts'
import { goTo } from './history.ts'
import { handOver } from './leave-field.ts'
import { focusSearch } from './search.ts'
import { screens } from './screens.tsx'

/** Commands that are there whatever screen is shown. */
export function useAppCommands(): void {
  const open = useOpenCase()
  const isOpen = Boolean(open)
  const isEditable = isOpen && open?.readOnly === null
  const commands = useMemo(
    () => [...always, ...(isOpen ? ofAnyCase : []), ...(isEditable ? ofEditableCase : [])],
    [isOpen, isEditable],
  )
  useCommands(commands)
}

/** What is being typed is kept first: the case that is copied or left holds it. */
const leaveFor =
  (act: () => Promise<unknown>): (() => void) =>
  () =>
    handOver(() => void act())

const settings = (dialog: Parameters<typeof openSettings>[0]) => () => openSettings(dialog)

const always: readonly Command[] = [
  {
    id: 'palette',
    label: 'Find any record or command',
    group: 'Go to',
    shortcut: 'Mod+K',
    worksInFields: true,
    run: openPalette,
  },
  {
    id: 'case.new',
    label: 'New case…',
    group: 'Case',
    shortcut: 'Mod+Shift+N',
    worksInFields: true,
    run: leaveFor(() => run('case.new', {})),
  },
  {
    id: 'case.open',
    label: 'Open a case…',
    group: 'Case',
    shortcut: 'Mod+O',
    worksInFields: true,
    run: leaveFor(() => run('case.open')),
  },
  { id: 'case.sample', label: 'Open the sample case', group: 'Case', run: leaveFor(() => run('case.openSample')) },
  { id: 'preferences', label: 'Preferences…', group: 'Application', shortcut: 'Mod+,', run: settings('preferences') },
  { id: 'shortcuts', label: 'Keyboard shortcuts', group: 'Application', shortcut: 'Mod+/', run: settings('shortcuts') },
  { id: 'about', label: 'About Parallax', group: 'Application', run: settings('about') },
]

const ofAnyCase: readonly Command[] = [
  ...screens.map(({ path, label, shortcut }): Command => ({
    id: `go-${label.toLowerCase()}`,
    label: `Go to ${label}`,
    group: 'Go to',
    shortcut,
    worksInFields: true,
    run: () => goTo(path),
  })),
  ...figureCommands,
  { id: 'go-outlets', label: 'Go to Outlets', group: 'Go to', run: () => goTo('/sources/outlets') },
  { id: 'go-trash', label: 'Go to the trash', group: 'Go to', run: () => goTo('/history/trash') },
  { id: 'go-documents', label: 'Go to Documents', group: 'Go to', run: () => goTo('/sources/documents') },
  { id: 'go-places', label: 'Go to Places', group: 'Go to', run: () => goTo('/sources/places') },
  { id: 'look-up-place', label: 'Look up a place…', group: 'Go to', run: () => openLookUp('') },
  {
    id: 'show-contradicted',
    label: 'Show claims that are contradicted and not reviewed',
    group: 'Go to',
    run: () => showClaims('unreviewed', { min: 1 }),
  },
  {
    id: 'show-single-origin',
    label: 'Show claims with a single origin',
    group: 'Go to',
    run: () => showClaims('flags', { in: ['single origin'] }),
  },
  {
    id: 'show-graded-alone',
    label: 'Show claims graded 1 without two origins',
    group: 'Go to',
    run: () => showClaims('flags', { in: ['graded 1 without two origins'] }),
  },
  { id: 'find', label: 'Search this list', group: 'Go to', shortcut: 'Mod+F', worksInFields: true, run: focusSearch },
  {
    id: 'case.copy',
    label: 'Save a copy of the case…',
    group: 'Case',
    shortcut: 'Mod+Shift+S',
    worksInFields: true,
    run: leaveFor(saveCopy),
  },
  { id: 'backups', label: 'Backups…', group: 'Case', run: openBackups },
  { id: 'case.settings', label: 'Case settings…', group: 'Case', run: settings('case') },
  {
    id: 'case.close',
    label: 'Close the case',
    group: 'Case',
    shortcut: 'Mod+W',
    worksInFields: true,
    run: leaveFor(() => run('case.close')),
  },
]

const ofEditableCase: readonly Command[] = [
  { id: 'undo', label: 'Undo', group: 'Edit', shortcut: 'Mod+Z', run: () => void step('undo') },
  { id: 'redo', label: 'Redo', group: 'Edit', shortcut: 'Mod+Shift+Z', run: () => void step('redo') },
  { id: 'redo.windows', label: 'Redo', group: 'Edit', shortcut: 'Mod+Y', run: () => void step('redo') },
  { id: 'read-report', label: 'Read a report…', group: 'Case', run: () => void pickReport() },
  { id: 'import', label: 'Import a CSV file…', group: 'Case', shortcut: 'Mod+I', run: openImport },
  { id: 'claims.add', label: 'Add a claim', group: 'Add', run: requestNewClaim },
]

/** The claims that meet one condition of the analysis, and no other filter. */
function showClaims(field: string, condition: Condition): void {
  setTab('claims', 'all')
  clearFilters('claims')
  setFilter('claims', field, condition)
  goTo('/claims')
}

/** Takes back the last step, or takes it again, and says which one it was. */
async function step(direction: 'undo' | 'redo'): Promise<void> {
  const state = await ask('history.state')
  if (state[direction] === null) {
    toast({ message: direction === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.' })
    return
  }
  const taken = await run(`history.${direction}`)
  if (taken) toast({ message: `${direction === 'undo' ? 'Undone' : 'Done again'}: ${taken.label}`, timeout: 3000 })
}

async function saveCopy(): Promise<void> {
  const fileName = await run('case.saveCopy')
  if (fileName) toast({ message: `A verified copy was saved as ${fileName}.` })
}

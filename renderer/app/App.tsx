import { BlueprintProvider } from '@blueprintjs/core'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { create } from 'zustand'
import { useOpenCase } from '../data/use-case.ts'
import { closeBackups } from '../features/backups/backups-state.ts'
import { BackupsHost } from '../features/backups/BackupsHost.tsx'
import { closeNewClaim } from '../features/claims/new-claim.ts'
import { loadDrafts } from '../features/drafts/draft-store.ts'
import { closeImport } from '../features/imports/import-state.ts'
import { closeMerge } from '../features/merge/merge-state.ts'
import { EvidenceHost } from '../features/evidence/EvidenceDialog.tsx'
import { closeEvidence } from '../features/evidence/evidence-state.ts'
import { MergeHost } from '../features/merge/MergeDialog.tsx'
import { forgetFigures } from '../features/figures/figures-state.ts'
import { forgetNotes } from '../features/notes/note-state.ts'
import { closePlaceDialogs } from '../features/places/place-dialogs.ts'
import { CommandPalette } from '../features/palette/CommandPalette.tsx'
import { resetGrids, useHasRows } from '../features/grid/grid-store.ts'
import { loadLayout } from '../features/grid/layout.ts'
import { forgetReports } from '../features/report/report-state.ts'
import { SettingsHost } from '../features/settings/SettingsHost.tsx'
import { useViewCommands } from '../features/views/use-view-commands.ts'
import { closeViewQuestion } from '../features/views/view-state.ts'
import { dismissActions } from '../ui/toast.ts'
import { Toaster } from '../ui/Toaster.tsx'
import { useAppCommands } from './app-commands.ts'
import { useMenuActions } from './menu-actions.ts'
import { preloadScreens, router } from './router.tsx'
import { clearSearches } from './search.ts'
import { useShortcuts } from './shortcuts.ts'
import { StartScreen } from './StartScreen.tsx'
import { useTheme } from './theme.ts'

/** The window: the start screen, or the open case in its frame. */
export function App(): ReactElement {
  useTheme()
  useShortcuts()
  useMenuActions()
  useAppCommands()
  useViewCommands()
  return (
    <BlueprintProvider>
      <Content />
      <CommandPalette />
      <SettingsHost />
      <BackupsHost />
      <MergeHost />
      <EvidenceHost />
      <Toaster />
    </BlueprintProvider>
  )
}

/** The case whose view state the window's stores hold: null is no case, undefined not known yet. */
const useHeldCase = create<{ readonly file: string | null | undefined }>(() => ({ file: undefined }))

let turns = 0

/** What was selected, filtered, searched and shown belongs to the case that was open: it goes before the next is drawn. */
function holdCase(file: string | null | undefined, writable: string | null): void {
  resetGrids()
  clearSearches()
  forgetNotes()
  forgetReports()
  forgetFigures()
  closeImport()
  closeBackups()
  closeMerge()
  closeEvidence()
  closeNewClaim()
  closePlaceDialogs()
  closeViewQuestion()
  dismissActions()
  // By the router itself: while it is off the screen it does not hear what is pushed to its history.
  void router.navigate({ to: '/claims' })
  const turn = (turns += 1)
  const isStill = (): boolean => turn === turns
  const loading = [loadDrafts(writable), ...(file ? [loadLayout('claims', isStill)] : [])]
  void Promise.all(loading).then(() => isStill() && useHeldCase.setState({ file }))
}

function Content(): ReactElement | null {
  const open = useOpenCase()
  const file = open ? `${open.folder}/${open.fileName}/${open.info.id}` : open
  const held = useHeldCase((state) => state.file)
  // What was typed into a case that can only be read could not be saved: it waits for the next time.
  const writable = open && open.readOnly === null ? open.info.id : null
  useEffect(() => holdCase(file, writable), [file, writable])
  // What is not on the screen comes after what is.
  const hasRows = useHasRows('claims')
  useEffect(() => {
    if (hasRows) void preloadScreens()
  }, [hasRows])
  if (file === undefined || file !== held) return null
  return file === null ? <StartScreen /> : <RouterProvider key={file} router={router} />
}

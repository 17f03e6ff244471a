import { Outlet } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { DraftsNotice } from '../features/drafts/DraftsNotice.tsx'
import { ExportDialog } from '../features/exports/ExportDialog.tsx'
import { ImportHost } from '../features/imports/ImportHost.tsx'
import { PlaceDialogs } from '../features/places/PlaceDialogs.tsx'
import { ViewDialogs } from '../features/views/ViewDialogs.tsx'
import styles from './Frame.module.css'
import { Rail } from './Rail.tsx'
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'

/** What stands around every screen of an open case. */
export function Frame(): ReactElement {
  return (
    <div className={styles.frame}>
      <Rail />
      <div className={styles.main}>
        <TopBar />
        <ReadOnlyBanner />
        <DraftsNotice />
        <main className={styles.screen}>
          <Outlet />
        </main>
        <StatusLine />
      </div>
      <ImportHost />
      <PlaceDialogs />
      <ViewDialogs />
      <ExportDialog />
    </div>
  )
}

import type { ReactElement } from 'react'
import { ImportViewsDialog } from './ImportViewsDialog.tsx'
import { RenameViewDialog } from './RenameViewDialog.tsx'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import { useViewQuestion } from './view-state.ts'

/** Mounted once by the frame: what is asked about saved views. */
export function ViewDialogs(): ReactElement | null {
  const question = useViewQuestion((state) => state.question)
  switch (question?.kind) {
    case 'save':
      return <SaveViewDialog entity={question.entity} isSearch={question.isSearch} />
    case 'rename':
      return <RenameViewDialog view={question.view} />
    case 'import':
      return <ImportViewsDialog found={question.found} />
    case undefined:
      return null
  }
}

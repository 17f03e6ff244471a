import { useEffect, useState, type ReactElement } from 'react'
import { useReadOnly } from '../../data/use-case.ts'
import styles from './DropZone.module.css'
import { takeFile } from './import-state.ts'

/** While a file is dragged over the window: where it can be let go. */
export function DropZone(): ReactElement | null {
  const isOver = useFileOver()
  const readOnly = useReadOnly()
  if (!isOver) return null
  return (
    <div className={styles.overlay}>
      <div className={styles.card}>
        <p className={styles.title}>{readOnly === null ? 'Drop to import' : 'This case is read-only'}</p>
        <p className={styles.words}>
          {readOnly ??
            'A list of claims, events, sources or relations. You see what would become of its rows before anything comes in.'}
        </p>
      </div>
    </div>
  )
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Whether a file is being dragged over the window; a file that is let go is taken. */
function useFileOver(): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void): void =>
      window.addEventListener(type, (event) => hasFiles(event) && handle(event), { signal: listening.signal })
    on('dragenter', () => setIsOver(true))
    // Without this the window would show the file itself in place of the workbench.
    on('dragover', (event) => event.preventDefault())
    // Only leaving the window itself leads nowhere else.
    on('dragleave', (event) => event.relatedTarget === null && setIsOver(false))
    on('drop', (event) => {
      event.preventDefault()
      setIsOver(false)
      if (event.dataTransfer) void takeFile(event.dataTransfer.files)
    })
    return () => listening.abort()
  }, [])
  return isOver
}

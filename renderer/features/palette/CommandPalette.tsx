import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { isEnabled, runCommand, useCommandList } from '../../app/commands.ts'
import { isShortcut } from '../../app/shortcuts.ts'
import { useCall } from '../../data/queries.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { openRecord } from '../records/open-record.ts'
import styles from './CommandPalette.module.css'
import { sectionsFor, type PaletteItem } from './palette-items.ts'
import { closePalette, forgetRecords, remember, usePalette } from './palette-state.ts'
import { PaletteList } from './PaletteList.tsx'
import { useFeatureCommands } from './use-feature-commands.ts'

export { openPalette } from './palette-state.ts'

const mostRecords = 40
const pageStep = 10

/** Mounted once by the frame: every command and every record in one list. */
export function CommandPalette(): ReactElement | null {
  const isOpen = usePalette((state) => state.isOpen)
  const caseId = useOpenCase()?.info.id
  useFeatureCommands()
  useEffect(() => forgetRecords, [caseId])
  return isOpen ? <OpenPalette hasCase={caseId !== undefined} /> : null
}

function OpenPalette({ hasCase }: { readonly hasCase: boolean }): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const commands = useCommandList().filter((command) => command.id !== 'palette' && isEnabled(command))
  const recent = usePalette((state) => state.recent)
  const { data } = useCall('records.find', { query, limit: mostRecords }, { enabled: hasCase, keepPrevious: true })
  const sections = sectionsFor({ query, commands, records: hasCase ? (data ?? []) : [], recent })
  const items = sections.flatMap((section) => section.items)
  const active = Math.min(at, items.length - 1)

  useLayoutEffect(() => {
    dialog.current?.showModal()
  }, [])

  const choose = (item: PaletteItem | undefined): void => {
    if (!item) return
    // Closing gives the focus back first, so that what is chosen can take it.
    dialog.current?.close()
    remember(item.chosen)
    if (item.chosen.kind === 'command') runCommand(item.chosen.id)
    else openRecord(item.chosen.link)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // No shortcut acts behind the palette; its own closes it.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageStep, PageUp: -pageStep }
    const step = steps[event.key]
    if (step !== undefined) setAt(moved(active, step, items.length))
    else if (event.key === 'Enter') choose(items[active])
    else if (isShortcut(event.nativeEvent, 'Mod+K')) dialog.current?.close()
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Find any record or command"
      onClose={closePalette}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <input
        className={styles.input}
        role="combobox"
        aria-label="Find any record or command"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={items.length > 0 ? `palette-${active}` : undefined}
        placeholder={hasCase ? 'Find any record or command' : 'Find a command'}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value.slice(0, 200))
          setAt(0)
        }}
      />
      <PaletteList sections={sections} active={active} query={query} onChoose={choose} />
    </dialog>
  )
}

/** One step wraps around at the ends; a page stops there. */
function moved(at: number, step: number, count: number): number {
  if (Math.abs(step) > 1) return Math.max(0, Math.min(count - 1, at + step))
  return count === 0 ? 0 : (at + step + count) % count
}

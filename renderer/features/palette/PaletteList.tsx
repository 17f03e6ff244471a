import { useLayoutEffect, useRef, type ReactElement } from 'react'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useMarkedWords } from '../../ui/use-marked-words.ts'
import styles from './CommandPalette.module.css'
import type { PaletteItem, PaletteSection } from './palette-items.ts'

interface PaletteListProps {
  readonly sections: readonly PaletteSection[]
  readonly active: number
  readonly query: string
  readonly onChoose: (item: PaletteItem) => void
}

/** The lines of the palette under their heads. */
export function PaletteList({ sections, active, query, onChoose }: PaletteListProps): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  useMarkedWords(list, query)
  useLayoutEffect(() => {
    list.current?.querySelector(`#palette-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const starts = sections.map((_, at) => sections.slice(0, at).reduce((sum, { items }) => sum + items.length, 0))
  return (
    <>
      <div ref={list} id="palette-list" className={styles.list} role="listbox" aria-label="Commands and records">
        {sections.map(({ title, items }, section) => (
          <div key={title} role="group" aria-label={title}>
            <div className={styles.head} aria-hidden>
              {title}
            </div>
            {items.map((item, index) => {
              const at = (starts[section] ?? 0) + index
              return (
                <Item key={item.key} id={`palette-${at}`} item={item} isActive={at === active} onChoose={onChoose} />
              )
            })}
          </div>
        ))}
      </div>
      {sections.length === 0 && (
        <p className={styles.none} role="status">
          No command and no record holds “{query.trim()}”.
        </p>
      )}
      <div className={styles.foot} aria-hidden>
        <span>↑↓ choose</span>
        <span>Enter opens</span>
        <span>Esc closes</span>
      </div>
    </>
  )
}

interface ItemProps {
  readonly id: string
  readonly item: PaletteItem
  readonly isActive: boolean
  readonly onChoose: (item: PaletteItem) => void
}

function Item({ id, item, isActive, onChoose }: ItemProps): ReactElement {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? styles.active : styles.item}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(item)}
    >
      <span className={styles.kind}>{item.kind}</span>
      <span className={styles.label}>{item.label}</span>
      <span className={styles.detail}>{item.detail}</span>
      {item.shortcut !== undefined && <KeyHint keys={item.shortcut} />}
    </div>
  )
}

import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { RecordKind, RecordLink } from '../../../shared/ids.ts'
import { useCall } from '../../data/queries.ts'
import styles from './RecordFinder.module.css'

export interface RecordFinderProps {
  readonly label: string
  readonly placeholder: string
  readonly kinds: readonly RecordKind[]
  /** Ids that are chosen already and not offered again. */
  readonly without?: ReadonlySet<string>
  readonly onPick: (link: RecordLink) => void
  readonly autoFocus?: boolean
}

const mostShown = 30

/** A field that finds records by their words; arrows choose, Enter takes, and one can go on with the next. */
export function RecordFinder(props: RecordFinderProps): ReactElement {
  const { kinds, without, label } = props
  const base = useId()
  const anchor = `--finder-${base.replace(/[^\w-]/g, '')}`
  const [query, setQuery] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [at, setAt] = useState(0)
  const request = { query, kinds: [...kinds], limit: mostShown }
  const { data } = useCall('records.find', request, { enabled: isOpen, keepPrevious: true })
  const found = (data ?? []).filter(({ id }) => !without?.has(id))
  const active = Math.min(at, found.length - 1)
  const list = useRef<HTMLUListElement>(null)

  useLayoutEffect(() => {
    if (isOpen) list.current?.showPopover()
    else list.current?.hidePopover()
  }, [isOpen])
  useLayoutEffect(() => {
    if (isOpen) list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active, isOpen])

  const pick = (link: RecordLink | undefined): void => {
    if (!link) return
    setQuery('')
    setAt(0)
    props.onPick(link)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (isOpen) setAt(Math.max(0, Math.min(found.length - 1, active + step)))
      setIsOpen(true)
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      pick(found[active])
    } else if (event.key === 'Escape' && isOpen) {
      // Closes the list, not the dialog or the form around it.
      event.stopPropagation()
      setIsOpen(false)
    }
  }

  return (
    <>
      <input
        className={`bp6-input ${styles.input}`}
        style={{ anchorName: anchor }}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${base}-list`}
        aria-activedescendant={isOpen && found[active] ? `${base}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder}
        value={query}
        // The field that one opened is the one to type in.
        autoFocus={props.autoFocus ?? false}
        onChange={(event) => {
          setQuery(event.currentTarget.value.slice(0, 200))
          setAt(0)
          setIsOpen(true)
        }}
        onClick={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={`${base}-list`}
        role="listbox"
        aria-label={label}
        popover="manual"
        className={styles.list}
        style={{ positionAnchor: anchor }}
      >
        {found.map((link, index) => (
          <FinderOption
            key={`${link.kind} ${link.id}`}
            id={`${base}-${index}`}
            link={link}
            isActive={index === active}
            showsKind={kinds.length > 1}
            onPick={() => pick(link)}
          />
        ))}
        {data && found.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled className={styles.none}>
            {query.trim() === '' ? 'There is nothing to choose yet.' : `Nothing holds “${query.trim()}”.`}
          </li>
        )}
      </ul>
    </>
  )
}

interface FinderOptionProps {
  readonly id: string
  readonly link: RecordLink
  readonly isActive: boolean
  readonly showsKind: boolean
  readonly onPick: () => void
}

function FinderOption({ id, link, isActive, showsKind, onPick }: FinderOptionProps): ReactElement {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? styles.active : styles.option}
      // Focus stays in the field, so that one can go on.
      onMouseDown={(event) => {
        event.preventDefault()
        onPick()
      }}
    >
      {showsKind && <span className={styles.kind}>{link.kind}</span>}
      <span className={styles.label}>{link.label}</span>
      {link.detail !== link.label && <span className={styles.detail}>{link.detail}</span>}
    </li>
  )
}

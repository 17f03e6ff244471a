import { Bookmark, Search } from '@blueprintjs/icons'
import type { KeyboardEvent, ReactElement } from 'react'
import { useOpenCase, useReadOnly } from '../data/use-case.ts'
import { openPalette } from '../features/palette/CommandPalette.tsx'
import { entities, type Entity } from '../features/records/entities.ts'
import { openSettings } from '../features/settings/SettingsHost.tsx'
import { askAboutViews } from '../features/views/view-state.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { scopeOfPath, searchBoxId, setSearchText, useSearchText, type SearchScope } from './search.ts'
import { useShownPath } from './shown-path.ts'
import { TopActionsPlace } from './TopActions.tsx'
import styles from './TopBar.module.css'

/** The case, the search box, and what can be done on this screen. */
export function TopBar(): ReactElement {
  const open = useOpenCase()
  const path = useShownPath()
  const scope = scopeOfPath(path)
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.case}
        title={`${open?.folder ?? ''}/${open?.fileName ?? ''}\nCase settings…`}
        onClick={() => openSettings('case')}
      >
        <h1 className={styles.title}>{open?.info.title}</h1>
        <span className={styles.state}>{open?.readOnly ? 'read-only' : 'autosaved'}</span>
      </button>
      {scope ? <SearchBox scope={scope} /> : <FindAnything />}
      <TopActionsPlace className={styles.actions} />
    </header>
  )
}

const searchHint = `Words that all must be met, inside words too
"a phrase" · -without
field:value, as claimant:blinken · reliability:A,B · said:2024-10..2024-11 · topic:"" for not set`

function SearchBox({ scope }: { readonly scope: SearchScope }): ReactElement {
  const text = useSearchText(scope)
  const entity = entities.find((known) => known === scope)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && text !== '') setSearchText(scope, '')
  }
  return (
    <div className={styles.search} role="search">
      <Search className={styles.icon} aria-hidden />
      <input
        id={searchBoxId}
        type="search"
        className={styles.input}
        aria-label={`Search ${scope}`}
        placeholder={`Search ${scope}`}
        title={searchHint}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setSearchText(scope, event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {entity && text !== '' && <SaveSearch entity={entity} />}
      <span className={styles.hint}>
        <KeyHint keys="Mod+F" />
      </span>
    </div>
  )
}

/** Keeps what is searched for under a name. */
function SaveSearch({ entity }: { readonly entity: Entity }): ReactElement | null {
  if (useReadOnly() !== null) return null
  return (
    <button
      type="button"
      className={styles.keep}
      aria-label="Save this search"
      title="Save this search…"
      onClick={() => askAboutViews({ kind: 'save', entity, isSearch: true })}
    >
      <Bookmark size={14} />
    </button>
  )
}

function FindAnything(): ReactElement {
  return (
    <button type="button" className={styles.search} onClick={openPalette}>
      <Search className={styles.icon} aria-hidden />
      <span className={styles.placeholder}>Find any record or command</span>
      <span className={styles.hint}>
        <KeyHint keys="Mod+K" />
      </span>
    </button>
  )
}

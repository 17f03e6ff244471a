import { create } from 'zustand'

/** The lists that the search box of the top bar narrows. */
export const searchScopes = ['claims', 'events', 'actors', 'outlets', 'documents', 'places', 'notes'] as const
export type SearchScope = (typeof searchScopes)[number]

type Texts = Readonly<Record<SearchScope, string>>
const none: Texts = { claims: '', events: '', actors: '', outlets: '', documents: '', places: '', notes: '' }

const useTexts = create<Texts>(() => none)

/** What is searched for in a list. */
export const useSearchText = (scope: SearchScope): string => useTexts((texts) => texts[scope])
export const searchText = (scope: SearchScope): string => useTexts.getState()[scope]
export const setSearchText = (scope: SearchScope, text: string): void => useTexts.setState({ [scope]: text })
export const clearSearches = (): void => useTexts.setState(none)

/** The list that a path shows, or undefined where there is none to search. */
export const scopeOfPath = (path: string): SearchScope | undefined =>
  searchScopes.find((scope) => path.split('/').includes(scope))

export const searchBoxId = 'search-box'

/** Puts the cursor into the search box. */
export function focusSearch(): void {
  const box = document.getElementById(searchBoxId)
  if (box instanceof HTMLInputElement) {
    box.focus()
    box.select()
  }
}

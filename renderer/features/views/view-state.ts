import { create } from 'zustand'
import type { KeptView, ViewsFound } from '../../../shared/views.ts'
import type { Entity } from '../records/entities.ts'

/** What is asked about saved views; null: nothing. */
export type ViewQuestion =
  /** `isSearch`: only what is searched for is to be saved. */
  | { readonly kind: 'save'; readonly entity: Entity; readonly isSearch: boolean }
  | { readonly kind: 'rename'; readonly view: KeptView }
  | { readonly kind: 'import'; readonly found: ViewsFound }

export const useViewQuestion = create<{ readonly question: ViewQuestion | null }>(() => ({ question: null }))

export const askAboutViews = (question: ViewQuestion): void => useViewQuestion.setState({ question })
export const closeViewQuestion = (): void => useViewQuestion.setState({ question: null })

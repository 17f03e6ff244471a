import { useEffect } from 'react'
import { create } from 'zustand'
import type { BlockId } from '../../../shared/ids.ts'
import type { TextDraft } from '../notes/use-text-draft.ts'

/** The texts of blocks that are typed and not stored yet: the preview shows them. */
export const useTypedTexts = create<Readonly<Record<BlockId, string>>>(() => ({}))

/** Tells the preview what is typed into a block, as long as it is not stored. */
export function useTyped(id: BlockId, { text, state }: TextDraft): void {
  const typed = state.kind === 'saved' ? undefined : text
  useEffect(() => {
    if (typed !== undefined) useTypedTexts.setState({ [id]: typed })
    else forget(id)
  }, [id, typed])
  useEffect(() => () => forget(id), [id])
}

function forget(id: BlockId): void {
  const { [id]: gone, ...others } = useTypedTexts.getState()
  if (gone !== undefined) useTypedTexts.setState(others, true)
}

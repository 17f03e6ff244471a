import { useEffect, type RefObject } from 'react'
import { hitsIn, searchWords } from '../../shared/search.ts'

/** The marks of the whole window (`::highlight(hit)`): no elements, so that a grid that draws its cells anew need not know of them. */
const hits = new Highlight()
CSS.highlights.set('hit', hits)

/** Marks what a search finds in the texts that an element shows, whoever draws them; heads are no finds. */
export function useMarkedWords(place: RefObject<HTMLElement | null>, search: string): void {
  useEffect(() => {
    const element = place.current
    const words = searchWords(search)
    if (!element || words.length === 0) return undefined
    let own: readonly Range[] = []
    const clear = (): void => own.forEach((range) => void hits.delete(range))
    const mark = (): void => {
      clear()
      own = [...textsIn(element)].flatMap((text) => hitsIn(text.data, words).map((hit) => rangeOf(text, hit)))
      for (const range of own) hits.add(range)
    }
    let frame = requestAnimationFrame(mark)
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(mark)
    })
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      clear()
    }
  }, [place, search])
}

function* textsIn(element: HTMLElement): Generator<Text> {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (node instanceof Text && !node.parentElement?.closest('[role=columnheader], [aria-hidden=true]')) yield node
}

function rangeOf(text: Text, [from, to]: readonly [number, number]): Range {
  const range = new Range()
  range.setStart(text, from)
  range.setEnd(text, to)
  return range
}

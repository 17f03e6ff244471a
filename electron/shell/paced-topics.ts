import type { Topic } from '../../shared/contract.ts'

/** Milliseconds. */
const pause = 1000

/**
 * Tells of the analysis once a second at most: it is stored many times a second, and each time the window asks again for
 * all that it shows. Whatever else is touched is told at once.
 */
export class PacedTopics {
  readonly #tell: (topics: readonly Topic[]) => void
  #timer: NodeJS.Timeout | undefined
  #isBehind = false

  constructor(tell: (topics: readonly Topic[]) => void) {
    this.#tell = tell
  }

  tell(topics: readonly Topic[]): void {
    if (topics.some((topic) => topic !== 'analysis')) this.#tell(this.#isBehind ? [...topics, 'analysis'] : topics)
    else if (this.#timer) return void (this.#isBehind = true)
    else this.#begin(topics)
    this.#isBehind = false
  }

  #begin(topics: readonly Topic[]): void {
    this.#tell(topics)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#isBehind) this.tell(['analysis'])
    }, pause)
  }
}

/** Texts that come again and again, each once, by small numbers; null has one of its own. */
export class RepeatedTexts {
  readonly #places = new Map<string, number>()
  readonly #all: string[] = []

  placeOf(text: string | null): number {
    if (text === null) return none
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.#all.length)
    return this.#all.push(text) - 1
  }

  at(place: number): string | null {
    return this.#all[place] ?? null
  }
}

const none = -1

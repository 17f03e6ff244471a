import type { PreviewPiece, ReportPreview } from '../../../shared/report.ts'

interface Shown {
  readonly key: string
  readonly nodes: readonly Node[]
}

/** The page in the frame of the preview, in which only what changed is replaced, so that it stays where it was scrolled to. */
export class PreviewPage {
  readonly #page: Document
  readonly #style: HTMLStyleElement
  readonly #header: Place
  readonly #contents: Place
  readonly #sections: Place
  readonly #footer: Place
  /** The HTML of the pieces that are shown, by their keys. */
  #texts: ReadonlyMap<string, string> = new Map()

  /** `page`: of the frame, empty. */
  constructor(page: Document) {
    this.#page = page
    this.#style = page.createElement('style')
    page.head.append(this.#style)
    const sheet = page.createElement('div')
    sheet.className = 'sheet'
    const main = page.createElement('main')
    page.body.replaceChildren(sheet)
    sheet.append(main)
    this.#header = new Place(page.body, sheet)
    this.#contents = new Place(sheet, main)
    this.#sections = new Place(main, null)
    this.#footer = new Place(page.body, null)
  }

  /** The keys of the pieces that need not be sent again. */
  get known(): string[] {
    return [...this.#texts.keys()]
  }

  show({ style, header, contents, sections, footer }: ReportPreview): void {
    const pieces = [style, header, contents, ...sections, footer]
    const texts = new Map(pieces.map(({ key, html }) => [key, html ?? this.#texts.get(key) ?? '']))
    this.#texts = texts
    const css = texts.get(style.key) ?? ''
    if (this.#style.textContent !== css) this.#style.textContent = css
    const parse = ({ key }: PreviewPiece): readonly Node[] => {
      const template = this.#page.createElement('template')
      template.innerHTML = texts.get(key) ?? ''
      return [...template.content.childNodes]
    }
    this.#header.show([header], parse)
    this.#contents.show([contents], parse)
    this.#sections.show(sections, parse)
    this.#footer.show([footer], parse)
  }
}

/** Pieces that stand one after the other in an element, before what follows them there. */
class Place {
  readonly #parent: Element
  readonly #next: Node | null
  #shown: readonly Shown[] = []

  constructor(parent: Element, next: Node | null) {
    this.#parent = parent
    this.#next = next
  }

  show(pieces: readonly PreviewPiece[], parse: (piece: PreviewPiece) => readonly Node[]): void {
    const before = this.#shown
    // What is the same from the start and from the end stays as it is.
    const start = pieces.findIndex(({ key }, at) => before[at]?.key !== key)
    if (start < 0 && pieces.length === before.length) return
    const from = start < 0 ? pieces.length : start
    const most = Math.min(pieces.length, before.length) - from
    let same = 0
    while (same < most && pieces.at(-1 - same)?.key === before.at(-1 - same)?.key) same += 1
    const [gone, end] = [before.slice(from, before.length - same), before.slice(before.length - same)]
    const kept = [...gone]
    const fresh = pieces
      .slice(from, pieces.length - same)
      .map((piece) => take(kept, piece) ?? { key: piece.key, nodes: parse(piece) })
    for (const { nodes } of kept) for (const node of nodes) this.#parent.removeChild(node)
    const next = end.flatMap(({ nodes }) => nodes)[0] ?? this.#next
    for (const { nodes } of fresh) for (const node of nodes) this.#parent.insertBefore(node, next)
    this.#shown = [...before.slice(0, from), ...fresh, ...end]
  }
}

function take(kept: Shown[], { key }: PreviewPiece): Shown | undefined {
  const at = kept.findIndex((shown) => shown.key === key)
  return at < 0 ? undefined : kept.splice(at, 1)[0]
}

import { useRef, useState, type ReactElement } from 'react'
import type { LineComparison, Piece } from '../../../shared/versions.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Versions.module.css'

/** Lines that are the same stay folded between those that differ, but for the ones beside these. */
const shownBeside = 1
/** More than a person reads through: the rest is counted. */
const mostShown = 1500

type Part = { readonly lines: readonly LineComparison[]; readonly start: number; readonly isFolded: boolean }

/** The text of two versions: what went at the left, what came at the right, the words that differ marked. */
export function TextSideBySide({ lines }: { readonly lines: readonly LineComparison[] }): ReactElement {
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const table = useRef<HTMLTableElement>(null)
  const unfold = (start: number): void => {
    setUnfolded(new Set([...unfolded, start]))
    // The button that had the keyboard is gone by that.
    table.current?.closest<HTMLElement>('[role=tabpanel]')?.focus()
  }
  const shown = lines.slice(0, mostShown)
  return (
    <table ref={table} className={styles.text}>
      <thead>
        <tr>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {partsOf(shown, unfolded).map((part) =>
          part.isFolded ? (
            <tr key={part.start} className={styles.folded}>
              <td colSpan={2}>
                <Button look="quiet" size="small" onClick={() => unfold(part.start)}>
                  {part.lines.length.toLocaleString('en-GB')} lines are the same: show them
                </Button>
              </td>
            </tr>
          ) : (
            part.lines.map((line, index) => <Line key={part.start + index} line={line} />)
          ),
        )}
        {lines.length > shown.length && (
          <tr className={styles.folded}>
            <td colSpan={2}>{(lines.length - shown.length).toLocaleString('en-GB')} more lines follow</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Line({ line }: { readonly line: LineComparison }): ReactElement {
  const { role, verdict, before, after } = line
  const isChange = verdict !== 'same'
  return (
    <tr
      className={`${styles[role] ?? ''} ${isChange ? (styles.change ?? '') : ''}`}
      {...(isChange && { 'data-change': '' })}
    >
      <Side pieces={before} sign={isChange && before.length > 0 ? '−' : ''} />
      <Side pieces={after} sign={isChange && after.length > 0 ? '+' : ''} />
    </tr>
  )
}

interface SideProps {
  readonly pieces: readonly Piece[]
  readonly sign: '−' | '+' | ''
}

/** One side of a line. The sign tells without colour what went and what came. */
function Side({ pieces, sign }: SideProps): ReactElement {
  const Mark = sign === '−' ? 'del' : 'ins'
  return (
    <td data-sign={sign}>
      {pieces.map(({ text, isChanged }, index) => (isChanged ? <Mark key={index}>{text}</Mark> : text))}
    </td>
  )
}

/** The lines in runs: long ones of what is the same are folded until they are asked for. */
function partsOf(lines: readonly LineComparison[], unfolded: ReadonlySet<number>): Part[] {
  const parts: Part[] = []
  const add = (start: number, end: number, isFolded: boolean): void => {
    if (end > start) parts.push({ lines: lines.slice(start, end), start, isFolded })
  }
  for (let at = 0; at < lines.length;) {
    const isSame = lines[at]?.verdict === 'same'
    let end = at
    while (end < lines.length && (lines[end]?.verdict === 'same') === isSame) end += 1
    const [from, to] = [at === 0 ? 0 : at + shownBeside, end === lines.length ? end : end - shownBeside]
    const folds = isSame && to - from > 1 && !unfolded.has(from)
    add(at, folds ? from : end, false)
    if (folds) {
      add(from, to, true)
      add(to, end, false)
    }
    at = end
  }
  return parts
}

import { useMemo, type KeyboardEvent, type ReactElement } from 'react'
import { layOutOrigins, usualSize, type PlacedNode } from '../../../shared/figures/origins-layout.ts'
import type { ChainNode, OriginChain } from '../../../shared/origins.ts'
import styles from './ChainFigure.module.css'

type Target = NonNullable<ChainNode['record']>

export interface ChainFigureProps {
  readonly chain: OriginChain
  readonly onOpen: (record: Target) => void
}

const margin = 8

/** A chain drawn left to right: origins at the left, what is asked about at the right. */
export function ChainFigure({ chain, onOpen }: ChainFigureProps): ReactElement {
  const layout = useMemo(() => layOutOrigins(chain), [chain])
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin]
  return (
    <div className={styles.scroller}>
      <svg
        role="group"
        aria-label="Chain to the origins"
        width={width}
        height={height}
        viewBox={`${-margin} ${-margin} ${width} ${height}`}
      >
        <defs>
          <marker id="chain-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8z" className={styles.arrow} />
          </marker>
        </defs>
        {layout.edges.map(({ edge, path }) => (
          <path
            key={`${edge.from} ${edge.kind} ${edge.to}`}
            d={path}
            className={styles.edge}
            markerEnd="url(#chain-arrow)"
          >
            <title>{edge.kind}</title>
          </path>
        ))}
        {layout.nodes.map((placed) => (
          <Node key={placed.node.id} placed={placed} onOpen={onOpen} />
        ))}
      </svg>
    </div>
  )
}

const looks: Readonly<Record<ChainNode['kind'], string | undefined>> = {
  origin: styles.origin,
  unresolved: styles.unresolved,
  claim: styles.claim,
  document: styles.document,
}

function Node({
  placed,
  onOpen,
}: {
  readonly placed: PlacedNode
  readonly onOpen: (record: Target) => void
}): ReactElement {
  const { node, x, y } = placed
  const { record, label } = node
  const facts = factsOf(node)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!record || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    onOpen(record)
  }
  const link = record ? { role: 'button', tabIndex: 0, onClick: () => onOpen(record), onKeyDown } : { role: 'img' }
  return (
    <g
      {...link}
      transform={`translate(${x} ${y})`}
      className={`${styles.node} ${looks[node.kind]} ${node.isRead === false ? styles.unseen : ''}`}
      aria-label={[node.kind, label, facts, node.isRead === false ? 'cited, not seen' : ''].filter(Boolean).join(', ')}
    >
      <title>{[label, node.detail, facts].filter(Boolean).join('\n')}</title>
      <rect width={usualSize.width} height={usualSize.height} rx="3" />
      <text x="8" y={facts ? 18 : 26} className={styles.label}>
        {shortened(label, 23)}
      </text>
      {facts && (
        <text x="8" y="35" className={styles.facts}>
          {shortened(facts, 27)}
        </text>
      )}
    </g>
  )
}

/** The second line: what tells a record from others of the same name. */
function factsOf({ kind, detail, language, date, label }: ChainNode): string {
  if (kind === 'claim') return detail === label ? (date ?? '') : detail
  return [detail, language].filter(Boolean).join(' · ')
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text

import { describe, expect, it } from 'vitest'
import type { ChainEdge } from '../origins.ts'
import { layOutOrigins, sizeFor, usualSize } from './origins-layout.ts'
import { chainNode as node } from './test-data.ts'

const edge = (from: string, to: string): ChainEdge => ({ from, to, kind: 'carries' })

describe('the picture of a chain', () => {
  const nodes = [node('origin', 0), node('b', 2), node('a', 2), node('target', 3)]
  const edges = [edge('origin', 'a'), edge('origin', 'b'), edge('a', 'target'), edge('b', 'target')]

  it('has a column for each layer that holds anything, origins at the left, each in its middle', () => {
    const { nodes: placed, width, height } = layOutOrigins({ nodes, edges, left: 0 })
    const column = usualSize.width + usualSize.across
    expect(placed.map(({ node: { id }, x, y }) => [id, x, y])).toEqual([
      ['origin', 0, 28],
      ['a', column, 0],
      ['b', column, 56],
      ['target', 2 * column, 28],
    ])
    expect([width, height]).toEqual([3 * column - usualSize.across, 100])
  })

  it('is the same whatever the order of its nodes and edges', () => {
    const sorted = (chain: Parameters<typeof layOutOrigins>[0]): unknown[] => {
      const { nodes: placed, edges: lines } = layOutOrigins(chain)
      return [placed, [...lines].sort((a, b) => (a.path < b.path ? -1 : 1))]
    }
    expect(sorted({ nodes: [...nodes].reverse(), edges: [...edges].reverse(), left: 0 })).toEqual(
      sorted({ nodes, edges, left: 0 }),
    )
  })

  it('puts a node near what it leads to, so that lines do not cross', () => {
    const chain = [node('x', 0), node('y', 0), node('a', 1), node('b', 1)]
    const { nodes: placed } = layOutOrigins({ nodes: chain, edges: [edge('x', 'b'), edge('y', 'a')], left: 0 })
    const rows = new Map(placed.map(({ node: { id }, y }) => [id, y]))
    expect([rows.get('x') === rows.get('b'), rows.get('y') === rows.get('a')]).toEqual([true, true])
  })

  it('takes a line to a column beyond past the nodes between, never behind one', () => {
    const chain = [node('a', 0), node('b', 1), node('c', 2)]
    const { nodes: placed, edges: lines } = layOutOrigins({
      nodes: chain,
      edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')],
      left: 0,
    })
    const b = placed.find(({ node: { id } }) => id === 'b')
    const long = lines.find(({ edge: { from, to } }) => from === 'a' && to === 'c')?.path ?? ''
    const [, start, y, end] = (/ (\S+) (\S+)H([\d.]+)/.exec(long) ?? []).map(Number)
    expect([start, end]).toEqual([b?.x, (b?.x ?? 0) + usualSize.width])
    expect(y !== undefined && (y < (b?.y ?? 0) || y > (b?.y ?? 0) + usualSize.height)).toBe(true)
  })

  it('takes a line that goes back round underneath, and leaves out one that leads nowhere', () => {
    const back = layOutOrigins({ nodes, edges: [edge('target', 'a'), edge('a', 'nowhere')], left: 0 })
    expect(back.edges).toHaveLength(1)
    const low = Number(/C\S+ (\S+)/.exec(back.edges[0]?.path ?? '')?.[1])
    expect(low).toBeGreaterThan(28 + usualSize.height)
  })

  it('gives each node its own height, so that none meets the next', () => {
    const { nodes: placed } = layOutOrigins({ nodes, edges, left: 0 }, usualSize, ({ id }) => (id === 'a' ? 76 : 44))
    expect(placed.map(({ node: { id }, y, height }) => [id, y, height])).toEqual([
      ['origin', 44, 44],
      ['a', 0, 76],
      ['b', 88, 44],
      ['target', 44, 44],
    ])
  })

  it('makes nodes as wide as the width and the columns allow, within bounds', () => {
    expect(sizeFor(3, 1184)).toMatchObject({ width: 260, across: 96 })
    expect(sizeFor(4, 900)).toMatchObject({ width: 192, across: 44 })
    expect(sizeFor(9, 600)).toMatchObject({ width: usualSize.width, across: usualSize.across })
  })

  it('is empty where nothing is', () => {
    expect(layOutOrigins({ nodes: [], edges: [], left: 0 })).toMatchObject({ width: 0, nodes: [], edges: [] })
  })
})

import type { Graph } from './graph.ts'

/** The graph as those have it who may not know of some claims: these count as if they lay in the trash. */
export function graphWithout(graph: Graph, isHidden: (claim: number) => boolean): Graph {
  const claim: Graph['claim'] = (num) => {
    const node = graph.claim(num)
    return node && !node.isTrashed && isHidden(num) ? { ...node, isTrashed: true } : node
  }
  return {
    ...graph,
    claim,
    passesOn: (document, claimant) =>
      graph.passesOn(document, claimant) &&
      graph.carried(document).some((num) => {
        const node = claim(num)
        return node?.isTrashed === false && node.claimant === claimant
      }),
  }
}

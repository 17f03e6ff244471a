/**
 * The strongly connected components of a directed graph (Tarjan's algorithm, without recursion): each before those that
 * lead to it. A component of one node stands for no cycle, as long as no node leads to itself.
 */
export function components<Node>(nodes: Iterable<Node>, next: (node: Node) => Iterable<Node>): Node[][] {
  const found: Node[][] = []
  const order = new Map<Node, number>()
  const low = new Map<Node, number>()
  const stack: Node[] = []
  const onStack = new Set<Node>()
  const enter = (node: Node): Visit<Node> => {
    order.set(node, order.size)
    low.set(node, order.size - 1)
    stack.push(node)
    onStack.add(node)
    return { node, rest: next(node)[Symbol.iterator]() }
  }
  const lower = (node: Node, to: number): void => void low.set(node, Math.min(low.get(node) ?? to, to))
  for (const start of nodes) {
    if (order.has(start)) continue
    const path = [enter(start)]
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const step = visit.rest.next()
      if (!step.done) {
        const seen = order.get(step.value)
        if (seen === undefined) path.push(enter(step.value))
        else if (onStack.has(step.value)) lower(visit.node, seen)
        continue
      }
      path.pop()
      const { node } = visit
      const from = path.at(-1)
      if (from) lower(from.node, low.get(node) ?? 0)
      if (low.get(node) === order.get(node)) found.push(popTo(node))
    }
  }
  return found

  function popTo(node: Node): Node[] {
    const component = stack.splice(stack.lastIndexOf(node))
    for (const each of component) onStack.delete(each)
    return component
  }
}

interface Visit<Node> {
  readonly node: Node
  readonly rest: Iterator<Node>
}

import { readFileSync, readdirSync } from 'node:fs'

/** The memory of a process and all that it started, in MiB: what they share is counted once (PSS). Linux tells it; elsewhere undefined. */
export function memoryOf(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const kilobytes = treeOf(pid).reduce((sum, one) => {
    const [, pss = '0'] = /^Pss:\s*(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`)) ?? []
    return sum + Number(pss)
  }, 0)
  return kilobytes / 1024
}

function treeOf(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      const [, parent = '0'] = /\) \S (\d+)/.exec(read(`/proc/${name}/stat`)) ?? []
      return { pid: Number(name), parent: Number(parent) }
    })
  const tree = [root]
  for (const above of tree) tree.push(...parents.filter(({ parent }) => parent === above).map(({ pid }) => pid))
  return tree
}

/** What has ended meanwhile has no memory. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

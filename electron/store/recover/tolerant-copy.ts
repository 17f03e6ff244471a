import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs'

export const sideFiles = ['-wal', '-journal'] as const

/** Copies a case with what stands beside it. Where the disk does not read, zeros stand in the copy. */
export function copySet(path: string, target: string): void {
  for (const side of ['', ...sideFiles]) if (existsSync(path + side)) copyTolerantly(path + side, target + side)
}

function copyTolerantly(path: string, target: string): void {
  try {
    copyFileSync(path, target)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EIO')) throw error
    copyByBlocks(path, target)
  }
}

const block = 4096

function copyByBlocks(path: string, target: string): void {
  const { size } = statSync(path)
  const from = openSync(path, 'r')
  const to = openSync(target, 'w')
  try {
    const bytes = Buffer.alloc(block)
    for (let at = 0; at < size; at += block) {
      bytes.fill(0)
      try {
        readSync(from, bytes, 0, block, at)
      } catch {
        // This block is lost; its place is kept, so that the others stay where they are.
      }
      writeSync(to, bytes, 0, Math.min(block, size - at), at)
    }
  } finally {
    closeSync(from)
    closeSync(to)
  }
}

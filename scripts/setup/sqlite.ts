import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageVersion } from '../paths.ts'
import { makePart } from './cache.ts'
import { step } from './progress.ts'
import { buildSqlite } from './sqlite-build.ts'

/** better-sqlite3's own binaries need a runtime with this Node-API; older ones crash on them. */
const stockNodeApi = 10

/** True when better-sqlite3's own binary runs on a runtime with this Node-API. */
export function runsStockSqlite(nodeApi: number): boolean {
  return nodeApi >= stockNodeApi
}

/** The binary built for an older runtime if it has been made on this machine. */
export function findSqlite(cache: string, nodeApi: number): string | undefined {
  const binary = join(cache, partName(nodeApi), 'better_sqlite3.node')
  return existsSync(binary) ? binary : undefined
}

/** Builds better-sqlite3 for an older runtime and gives the binary. The caller holds the cache lock. */
export async function makeSqlite(cache: string, nodeApi: number): Promise<string> {
  const version = packageVersion('better-sqlite3')
  const part = await makePart(cache, partName(nodeApi), (folder) =>
    step(`Building better-sqlite3 ${version} for it (about a minute)`, () => buildSqlite(folder)),
  )
  return join(part, 'better_sqlite3.node')
}

function partName(nodeApi: number): string {
  const version = packageVersion('better-sqlite3')
  return `better-sqlite3-${version}-node-api-${nodeApi}-${process.platform}-${process.arch}`
}

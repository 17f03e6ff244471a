import type { Block, BlockContent } from '../../../shared/report.ts'
import { all, sql, type ReadDb } from '../../store/db.ts'

/** A block with its place among the report's blocks. */
export interface PlacedBlock extends Block {
  readonly position: number
}

/** The blocks of a report in their order. */
export const blocksOf = (db: ReadDb, reportId: string): PlacedBlock[] =>
  all<Omit<PlacedBlock, 'content'> & { readonly content: string }>(
    db,
    sql`SELECT b.id, b.position, b.content FROM report r JOIN report_block b ON b.report = r.num
        WHERE r.id = ${reportId} ORDER BY b.position, b.num`,
  ).map((row) => ({ ...row, content: JSON.parse(row.content) as BlockContent }))

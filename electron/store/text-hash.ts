import { hash } from 'node:crypto'
import { foldText } from '../../shared/text.ts'

/** The first 48 bits of a text's SHA-256, as a number that SQLite and JavaScript both hold exactly. */
export const hash48 = (text: string): number => Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16)

/** The hash by which a statement is found again, however its letters are written: equal folded texts have equal hashes. */
export const statementHash = (statement: string): number => hash48(foldText(statement))

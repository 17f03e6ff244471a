import { z } from 'zod'
import { Comparison, Finding, FindingsRequest, originFlags } from './analysis.ts'
import { ClaimId } from './ids.ts'
import { Changed, pageOf } from './list.ts'
import { command, done, internalCommand, internalQuery, nothing, query } from './method.ts'

/** The part of the contract that is about what rules find. */
export const analysisMethods = {
  /** Whether what is shown of the analysis is behind what is in the case. */
  'analysis.status': query(nothing, z.object({ isBehind: z.boolean() })),
  /** What rules and imports suggest, or what was said to it. */
  'analysis.findings': query(FindingsRequest, pageOf(Finding)),
  /** Confirms or rejects suggestions, or takes that back (`suggested`), as one step. */
  'analysis.decide': command(
    z.strictObject({
      keys: z.array(z.string().max(200)).min(1).max(10_000),
      state: z.enum(['confirmed', 'rejected', 'suggested']),
      reason: z.string().max(5000).optional(),
    }),
    Changed,
  ),
  /** What a claim's figures were held against without a contradiction: parts and wholes, and what does not compare. */
  'analysis.compare': query(
    z.strictObject({ claim: ClaimId, limit: z.int().min(1).max(1000).default(200) }),
    z.object({ rows: z.array(Comparison), isWhole: z.boolean() }),
  ),
  /** The pairs of the whole case that look alike and do not compare, from the one after `after` on. */
  'analysis.notComparable': query(
    z.strictObject({ start: z.int().min(0).default(0), end: z.int().min(0).default(100) }),
    z.object({ rows: z.array(Comparison), isWhole: z.boolean() }),
  ),
  /** The parts and wholes of the whole case (8,000 in Kursk region of 10,000 in Russia), as the command line lists them. */
  'analysis.parts': internalQuery(
    z.strictObject({ start: z.int().min(0).default(0), end: z.int().min(0).default(100) }),
    z.object({ rows: z.array(Comparison), isWhole: z.boolean() }),
  ),
  /** What is counted of each claim's origins, by reference. */
  'analysis.counts': internalQuery(
    z.strictObject({ start: z.int().min(0), end: z.int().min(0) }),
    pageOf(
      z.object({
        ref: z.string(),
        carriers: z.int(),
        outlets: z.int(),
        independent: z.int(),
        unresolved: z.int(),
        findings: z.array(z.enum(originFlags)),
      }),
    ),
  ),
  /** The next portion of what is due: computed beside all other work. null: nothing is due. */
  'analysis.compute': internalQuery(z.strictObject({ restart: z.boolean().default(false) }).prefault({}), z.unknown()),
  'analysis.store': internalCommand(z.strictObject({ portion: z.unknown() }), done),
} as const

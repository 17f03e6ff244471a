import { z } from 'zod'
import { Changed, requiredText } from './list.ts'
import { command, done, nothing, query } from './method.ts'
import { BlockContent } from './report.ts'

/** A template that somebody made of a report: its blocks without the records that they were bound to. */
export const OwnTemplate = z.strictObject({ name: requiredText(200), blocks: z.array(BlockContent).max(1000) })
export type OwnTemplate = z.infer<typeof OwnTemplate>

/** The part of the contract that is about reports made by templates. */
export const templateMethods = {
  /** Makes a report by a template, Parallax's or one's own; an assessment when none is said. */
  'reports.create': command(
    z.strictObject({ title: z.string().max(500).optional(), template: z.string().max(200).optional() }),
    Changed,
  ),
  'templates.list': query(nothing, z.array(OwnTemplate)),
  /** Keeps a template under its name, without the records in its blocks; one of that name gives way. */
  'templates.save': command(z.strictObject({ template: OwnTemplate }), done),
  'templates.remove': command(z.strictObject({ name: z.string().max(200) }), done),
} as const

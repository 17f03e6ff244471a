import { z } from 'zod'
import { Changed, requiredText } from './list.ts'
import { command, done, internalQuery, nothing, query, shellCommand } from './method.ts'
import { BlockContent } from './report.ts'

/** A template that somebody made of a report: its blocks without the records that they were bound to. */
export const OwnTemplate = z.strictObject({ name: requiredText(200), blocks: z.array(BlockContent).max(1000) })
export type OwnTemplate = z.infer<typeof OwnTemplate>

/** A template as a file, to take it to another case. */
export const TemplateFile = z.strictObject({
  /** What kind of file this is, so that another JSON file is not taken for one. */
  format: z.literal('parallax-template'),
  version: z.literal(1),
  template: OwnTemplate,
})
export type TemplateFile = z.infer<typeof TemplateFile>

const named = z.strictObject({ name: z.string().max(200) })

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
  'templates.remove': command(named, done),
  'templates.file': internalQuery(named, TemplateFile),
  /** Asks for a place and writes the template there; answers the file's name, null when the dialog was cancelled. */
  'templates.export': shellCommand(named, z.string().nullable()),
  /** Asks for a file and reads the template in it; nothing is changed yet. */
  'templates.open': shellCommand(nothing, z.object({ fileName: z.string(), template: OwnTemplate }).nullable()),
} as const

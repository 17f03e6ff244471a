import { z } from 'zod'
import { ExpectedError } from '../../shared/result.ts'

/** Reads JSON of a form of ours that came from elsewhere; `what` names the form: "import profile". */
export function readJsonFile<T extends z.ZodType>(
  form: T,
  what: string,
  { text, fileName }: { readonly text: string; readonly fileName: string },
): z.output<T> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw notOfForm(fileName, what, error instanceof Error ? error.message : String(error))
  }
  const read = form.safeParse(json)
  if (!read.success) throw notOfForm(fileName, what, z.prettifyError(read.error).replace(/\s*\n\s*/g, ' '))
  return read.data
}

/** Says that a file is refused, and why. */
export const notOfForm = (fileName: string, what: string, why: string): ExpectedError =>
  new ExpectedError('invalid-input', `${fileName} is no ${what} of Parallax: ${why}. Nothing was changed.`)

/** The bytes of such a file. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

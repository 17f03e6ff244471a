import { parseDate } from '../../../shared/dates.ts'
import { ExpectedError } from '../../../shared/result.ts'

/** The fields of a typed date: it must be EDTF; the text is kept as written beside it. */
export function dateFields(field: string, text: string | null): Record<string, unknown> {
  if (text === null) return { [`${field}_text`]: null, [field]: null }
  const date = parseDate(text)
  if (!date.ok) throw new ExpectedError('invalid-input', date.error.message)
  return { [`${field}_text`]: text, [field]: date.value.edtf }
}

import { ExpectedError } from '../../../shared/result.ts'
import { transaction } from '../../store/connection.ts'
import type { Handlers } from '../../ipc/dispatch.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { bringIn, usualPicks } from './bring-in.ts'
import { compareEvidence } from './compare.ts'
import { readReport } from './read-report.ts'
import { summaryOf, told } from './tell.ts'

export const queries = {
  'evidence.read': async ({ db }, { path }) => {
    const file = await readReport(path)
    const records = file.carried === null ? [] : compareEvidence(db, file.carried.evidence)
    return {
      summary: summaryOf(file, records),
      sha256: file.sha256,
      records: told(db, records),
      usual: usualPicks(records),
    }
  },
} satisfies Handlers<'evidence.read', QueryContext>

export const jobs = {
  'evidence.bringIn': async (ctx, { path, sha256, picks }) => {
    const file = await readReport(path)
    if (file.sha256 !== sha256)
      throw new ExpectedError(
        'conflict',
        `${file.name} is another file than the one that was looked at. Read it again.`,
      )
    if (file.carried?.hash === 'bad')
      throw new ExpectedError(
        'invalid-input',
        `What ${file.name} carries is not what its hash says: it was altered after it was made. Nothing was changed. Ask for the report again.`,
      )
    return transaction(ctx.db, () => bringIn(ctx, file, picks))
  },
} satisfies Handlers<'evidence.bringIn', CommandContext>

import { toast, toastFailure, type ToastInput } from '../ui/toast.ts'
import { call } from './call.ts'

const newest = async (): Promise<number | undefined> => (await call('history.list', { limit: 1 }))[0]?.id

/** Says what was done and offers to take it back: that step and no other. */
export async function toastDone(message: string): Promise<void> {
  const made = await newest().catch(() => undefined)
  const action: ToastInput['action'] = { text: 'Undo', onClick: () => void takeBack(made).catch(toastFailure) }
  toast(made === undefined ? { message } : { message, action })
}

async function takeBack(made: number | undefined): Promise<void> {
  if ((await newest()) === made) await call('history.undo')
  else toast({ intent: 'warning', message: 'Something else was changed since. Undo takes back step by step: Ctrl+Z.' })
}

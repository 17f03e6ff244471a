import { createHash } from 'node:crypto'

/** What stands for a long text as a key. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url')

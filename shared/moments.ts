const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "23 Nov 2026", in this machine's time zone. */
export const dayInWords = (iso: string): string => day.format(new Date(iso))

/** "14:02". */
export const minuteOfDay = (iso: string): string => minute.format(new Date(iso))

const utc = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  timeZone: 'UTC',
})

/** "23 Nov 2026, 14:02 UTC": for what is kept in a case, which others read elsewhere. */
export const momentInUtc = (iso: string): string => `${utc.format(new Date(iso))} UTC`

/** "23 Nov 2026, 14:02". */
export const momentInWords = (iso: string): string => `${dayInWords(iso)}, ${minuteOfDay(iso)}`

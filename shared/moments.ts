const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "23 Nov 2026", in this machine's time zone. */
export const dayInWords = (iso: string): string => day.format(new Date(iso))

/** "14:02". */
export const minuteOfDay = (iso: string): string => minute.format(new Date(iso))

/** "23 Nov 2026, 14:02". */
export const momentInWords = (iso: string): string => `${dayInWords(iso)}, ${minuteOfDay(iso)}`

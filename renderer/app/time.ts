const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "23 Nov 2026", in this machine's time zone. */
export const dayInWords = (iso: string): string => day.format(new Date(iso))

/** "14:02:11". */
export const timeOfDay = (iso: string): string => clock.format(new Date(iso))

/** "at 14:02", and on which day where that is not today. */
export const clockTime = (iso: string): string => {
  const day = dayInWords(iso)
  const at = `at ${minute.format(new Date(iso))}`
  return day === dayInWords(new Date().toISOString()) ? at : `on ${day} ${at}`
}

/** "23 Nov 2026, 14:02". */
export const momentInWords = (iso: string): string => `${dayInWords(iso)}, ${minute.format(new Date(iso))}`

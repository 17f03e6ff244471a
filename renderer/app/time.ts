import { dayInWords, minuteOfDay } from '../../shared/moments.ts'

export { dayInWords, momentInWords } from '../../shared/moments.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** "14:02:11". */
export const timeOfDay = (iso: string): string => clock.format(new Date(iso))

/** "at 14:02", and on which day where that is not today. */
export const clockTime = (iso: string): string => {
  const day = dayInWords(iso)
  const at = `at ${minuteOfDay(iso)}`
  return day === dayInWords(new Date().toISOString()) ? at : `on ${day} ${at}`
}

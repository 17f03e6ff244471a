/** The properties that say something: null, empty texts and empty lists are left out, which formats for others do not allow. */
export const withoutEmpty = (item: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => isSomething(value)))

const isSomething = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

import { useMatches } from '@tanstack/react-router'

/** The address of the screen that is shown. While the next one is still on its way, that is the one before. */
export const useShownPath = (): string => useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' })

export const latinFont = 'IBM Plex Sans'
export const koreanFont = 'IBM Plex Sans KR'
/** Not embedded: every system has one of its kind. */
export const codeFont = 'Consolas'

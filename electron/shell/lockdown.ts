import { app, type Session } from 'electron'
import { hosts } from './scheme.ts'

const isOurs = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === 'app:' && (hosts as readonly string[]).includes(host)
}

/** Denies every permission and every request that is not to ourselves: Parallax never uses a network. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isOurs(details.url) || details.url.startsWith('data:') || details.url.startsWith('devtools:')
    answer({ cancel: !isAllowed })
  })
  session.on('will-download', (event) => event.preventDefault())
}

/** Holds every web contents, whoever makes it: no navigation, no new window, no webview. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

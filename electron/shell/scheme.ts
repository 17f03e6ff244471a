import { readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { extname, join, normalize, sep } from 'node:path'
import { protocol, type Session } from 'electron'

/** Everything the window shows comes from app://; `window` is the application, `print` a report on its way to PDF. */
export const hosts = ['window', 'print'] as const
export const windowUrl = 'app://window/index.html'
/** The frame of the window that shows a report: a page that the window fills. */
const previewUrl = 'app://window/preview'

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** The window's policy: nothing that is not ours, styles by nonce, no text that becomes code. */
export const windowPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${previewUrl}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** A report's policy: its own styles and embedded fonts, nothing else; no script at all. `sandbox`: what it may do beside. */
const reportPolicy = (ancestor: string, sandbox = ''): string =>
  `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestor}; sandbox ${sandbox}`

const emptyPage = '<!doctype html><html lang="en"><head><title>Preview</title></head><body></body></html>'

/** Answers a page of the host `print`. */
export type PageSource = (path: string) => string | undefined

/** Serves app:// from the built renderer and from the given source of pages to print. */
export function serveScheme(session: Session, root: string, pages: PageSource): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (request.method !== 'GET') return new Response('Method not allowed', { status: 405 })
    if (url.href.split('#')[0] === previewUrl) return html(emptyPage, reportPolicy('app://window', 'allow-same-origin'))
    if (url.host === 'window') return serveFile(root, url.pathname)
    if (url.host === 'print') {
      const page = pages(decodeURIComponent(url.pathname.slice(1)))
      return page === undefined ? notFound() : html(page, reportPolicy("'none'"))
    }
    return notFound()
  })
}

async function serveFile(root: string, pathname: string): Promise<Response> {
  const path = normalize(join(root, decodeURIComponent(pathname)))
  const type = types[extname(path)]
  // A path that climbs out of the folder, or a kind of file that is no part of the window, is not there.
  if (!path.startsWith(root + sep) || type === undefined) return notFound()
  try {
    const body = await readFile(path)
    if (extname(path) !== '.html') return new Response(new Uint8Array(body), { headers: headers(type) })
    const nonce = randomBytes(16).toString('base64')
    return html(body.toString('utf8').replaceAll('__STYLE_NONCE__', nonce), windowPolicy(nonce))
  } catch {
    return notFound()
  }
}

// No cross-origin-opener-policy: the window would start a second process to obey it, and no page can open another anyway.
const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

const html = (page: string, policy: string): Response =>
  new Response(page, { headers: { ...headers('text/html; charset=utf-8'), 'content-security-policy': policy } })

const notFound = (): Response => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })

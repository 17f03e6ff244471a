import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { developmentFuses } from '../scripts/setup/fuses.ts'
import { launch, projectFolder, type App } from './app.ts'

// The twenty items of Electron's security checklist, in its order, each proved on the built output and the running window.

let app: App
let server: Server
let address: string
let hits = 0
const requested: string[] = []

const built = (folder: string, ending: RegExp): string =>
  readdirSync(join(projectFolder, 'out', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(join(projectFolder, 'out', folder, file), 'utf8'))
    .join('\n')

beforeAll(async () => {
  // A server of our own on the loopback address: whatever reaches it got out.
  server = createServer((_request, response) => {
    hits++
    response.setHeader('access-control-allow-origin', '*').end('reached')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  app = await launch()
  app.page.on('request', (request) => requested.push(request.url()))
})
afterAll(async () => {
  await app.close()
  server.close()
})

interface Preferences {
  readonly [name: string]: unknown
}
const preferences = (): Promise<Preferences> =>
  app.electron.evaluate(({ BrowserWindow }) => {
    const contents: unknown = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in the types; it answers every preference in force.
    return (contents as { getLastWebPreferences: () => Preferences }).getLastWebPreferences()
  })

it('1 loads secure content only: nothing but app: and data:, and no request gets out', async () => {
  await app.page.reload()
  await app.page.getByRole('navigation').waitFor()
  expect(requested.length).toBeGreaterThan(3)
  expect(requested.filter((url) => !url.startsWith('app:') && !url.startsWith('data:'))).toEqual([])
  const outcome = await app.page.evaluate(async (url) => {
    const image = new Promise((resolve) => {
      const picture = new Image()
      picture.addEventListener('load', () => resolve('loaded'))
      picture.addEventListener('error', () => resolve('refused'))
      picture.src = url
    })
    const socket = new Promise((resolve) => {
      const wire = new WebSocket(url.replace('http', 'ws'))
      wire.addEventListener('open', () => resolve('opened'))
      wire.addEventListener('error', () => resolve('refused'))
    })
    return [
      await fetch(url).then(
        () => 'fetched',
        () => 'refused',
      ),
      await image,
      await socket,
      navigator.sendBeacon(url),
    ]
  }, address)
  expect(outcome.slice(0, 3)).toEqual(['refused', 'refused', 'refused'])
  const fromMain = await app.electron.evaluate(
    ({ session }, url) =>
      session.defaultSession.fetch(url).then(
        () => 'fetched',
        () => 'refused',
      ),
    address,
  )
  expect(fromMain).toBe('refused')
  expect(hits).toBe(0)
})

it('2 gives the window no Node.js', async () => {
  expect(await preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false })
  // Not among the preferences that the runtime answers, so it is read off the built program.
  expect((await preferences())['nodeIntegrationInWorker'] ?? false).toBe(false)
  expect(built('main', /\.js$/)).toMatch(/nodeIntegrationInWorker: (false|!1)/)
  const seen = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
  )
  expect(seen).toEqual([])
})

it('3 isolates the context of the bridge', async () => {
  expect(await preferences()).toMatchObject({ contextIsolation: true })
  const changed = await app.page.evaluate(() => {
    const before = window.parallax.call
    try {
      Object.assign(window.parallax, { call: () => 'mine' })
    } catch {
      // A frozen bridge throws in strict mode; what counts is that nothing changed.
    }
    return window.parallax.call !== before
  })
  expect(changed).toBe(false)
})

it('4 sandboxes every process of the window', async () => {
  expect(await preferences()).toMatchObject({ sandbox: true })
  expect(built('main', /\.js$/)).toContain('app.enableSandbox()')
})

it('5 denies every permission', async () => {
  const answers = await app.page.evaluate(async () => {
    const refused = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'granted',
        () => 'refused',
      )
    return {
      notification: await Notification.requestPermission(),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      place: await refused(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      clipboard: await refused(navigator.clipboard.readText()),
    }
  })
  expect(answers).toEqual({ notification: 'denied', camera: 'refused', place: 'refused', clipboard: 'refused' })
})

it('6 keeps web security on', async () => {
  expect(await preferences()).toMatchObject({ webSecurity: true })
})

it('7 has a strict policy for content: no eval, no inline script, no text that becomes code', async () => {
  const response = await app.page.reload()
  const policy = response?.headers()['content-security-policy'] ?? ''
  await app.page.getByRole('navigation').waitFor()
  for (const part of [
    "default-src 'none'",
    "script-src 'self';",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ]) {
    expect(policy).toContain(part)
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  const ran = await app.page.evaluate(async () => {
    // What the debugger runs by itself may eval; what it leaves to a later turn is held by the policy like the page.
    await new Promise((resolve) => setTimeout(resolve))
    const attempt = (work: () => unknown): string => {
      try {
        work()
        return 'ran'
      } catch {
        return 'refused'
      }
    }
    const script = document.createElement('script')
    return {
      eval: attempt(() => (Reflect.get(globalThis, 'eval') as (code: string) => unknown)('1')),
      function: attempt(() => new Function('return 1')),
      markup: attempt(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      script: attempt(() => (script.text = 'window.ran = true')),
      policy: attempt(() =>
        (
          window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
        ).trustedTypes.createPolicy('mine', {}),
      ),
    }
  })
  expect(Object.values(ran)).toEqual(Array(5).fill('refused'))
})

it('8 runs no insecure content', async () => {
  expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false })
})

it('9 enables no experimental features', async () => {
  expect(await preferences()).toMatchObject({ experimentalFeatures: false })
})

it('10 enables no Blink features', async () => {
  expect((await preferences())['enableBlinkFeatures'] ?? '').toBe('')
  expect(built('main', /\.js$/)).not.toMatch(/enableBlinkFeatures|enable-blink-features/)
})

it('11 has no webview, so none with popups', async () => {
  expect(await preferences()).toMatchObject({ webviewTag: false })
  expect(built('renderer', /\.(js|html)$/)).not.toMatch(/<webview|allowpopups/)
})

it('12 attaches no webview', async () => {
  const count = (): Promise<number> =>
    app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  const before = await count()
  await app.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'app://window/index.html')
    document.body.append(view)
    return new Promise((resolve) => setTimeout(resolve, 300))
  })
  await expect.poll(() => count()).toBe(before)
})

it('13 navigates nowhere', async () => {
  const start = app.page.url()
  for (const target of [address, 'app://preview/x', 'file:///etc/hostname', 'data:text/html,x']) {
    await app.page
      .evaluate((url) => {
        location.href = url
        return new Promise((resolve) => setTimeout(resolve, 150))
      }, target)
      .catch(() => undefined)
    expect(app.page.url()).toBe(start)
  }
})

it('14 opens no windows', async () => {
  const opened = await app.page.evaluate((url) => window.open(url) !== null, address)
  expect(opened).toBe(false)
  expect(app.electron.windows()).toHaveLength(1)
})

it('15 hands only web addresses to the system, from one place, after asking', async () => {
  expect(built('main', /\.js$/).match(/\.openExternal\(/g)).toHaveLength(1)
  const call = (url: string): Promise<unknown> =>
    app.page.evaluate((given) => window.parallax.call('app.openExternal', { url: given }), url)
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'not an address']) {
    expect(await call(url)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  }
  await app.electron.evaluate(({ dialog, shell }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
    shell.openExternal = () => Promise.reject(new Error('opened without a yes'))
  })
  expect(await call('https://example.org/')).toEqual({ ok: true, value: false })
})

it('16 is built for a current Electron, pinned exactly', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  expect(devDependencies['electron']).toBe(version)
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45)
})

it('17 answers only the main frame of our own window', async () => {
  const answers = await app.electron.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      })
      await window.loadURL('data:text/html,<title>stranger</title>')
      const answer: unknown = await window.webContents.executeJavaScript("window.parallax.call('app.info')")
      window.destroy()
      return answer
    },
    join(projectFolder, 'out/preload/preload.cjs'),
  )
  expect(answers).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
})

it('18 serves itself over app:, never file:', async () => {
  expect(app.page.url()).toMatch(/^app:\/\/window\//)
  expect(built('main', /\.js$/)).not.toMatch(/\.loadFile\(|loadURL\(['"`]file:/)
  const reached = await app.page.evaluate(async () => {
    const attempt = (url: string): Promise<string> =>
      fetch(url).then(
        (response) => String(response.status),
        () => 'refused',
      )
    return [
      await attempt('file:///etc/hostname'),
      await attempt('app://window/../main/main.js'),
      await attempt('app://window/%2e%2e/main/main.js'),
    ]
  })
  expect(reached).toEqual(['refused', '404', '404'])
})

it('19 sets the fuses', async () => {
  const wire: Readonly<Record<string, unknown>> = {
    ...(await getCurrentFuseWire(process.env['PARALLAX_ELECTRON'] ?? '')),
  }
  const [off, on, removed] = ['0', '1', 'r'].map((mark) => mark.charCodeAt(0))
  for (const [fuse, wanted] of Object.entries(developmentFuses)) {
    // A runtime that never had a fuse, or no longer has it, cannot be set wrong.
    if (wire[fuse] === undefined || wire[fuse] === removed) continue
    expect({ fuse, state: wire[fuse] }).toEqual({ fuse, state: wanted ? on : off })
  }
})

it('20 exposes two functions of our own and no Electron, and no method that takes a path', async () => {
  expect(await app.page.evaluate(() => Object.keys(window.parallax).sort())).toEqual(['call', 'onChanged'])
  expect(await app.page.evaluate(() => Object.keys(window).filter((name) => /electron|ipc/i.test(name)))).toEqual([])
  for (const name of [
    'case.copyTo',
    'imports.inspectFile',
    'imports.run',
    'reports.render',
    'reports.recordExport',
    '__proto__',
    'constructor',
  ]) {
    const answer = await app.page.evaluate((method) => window.parallax.call(method, { path: '/etc/passwd' }), name)
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  }
})

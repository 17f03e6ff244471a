import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings, launch, picture, resize, temporaryFolder, type App } from './app.ts'
import { goTo, makeCase, screens } from './steps.ts'

// Every screen, in both themes and at both sizes: no serious finding of axe, no complaint of the page, nothing cut off.

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  let app: App
  beforeAll(async () => void (app = await launch({ theme })))
  afterAll(() => app.close())

  const cases = [
    { name: 'sample', open: () => Promise.resolve() },
    { name: 'empty', open: () => makeCase(app, join(temporaryFolder(), 'Empty.parallax')) },
  ]

  for (const { name, open } of cases) {
    it(`shows every screen of the ${name} case`, async () => {
      await open()
      for (const screen of screens) {
        await goTo(app, screen)
        for (const size of sizes) {
          await resize(app.electron, size)
          await app.page.waitForTimeout(400)
          await picture(app.page, `${screen.toLowerCase()}-${name}-${theme}-${size.width}`)
          const width = await app.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect({ screen, size, tooWide: width }).toEqual({ screen, size, tooWide: 0 })
        }
        expect({ screen, findings: await findings(app.page) }).toEqual({ screen, findings: [] })
      }
      expect(app.complaints).toEqual([])
    })
  }
})

it('would find what axe finds: a button without a name', async () => {
  const app = await launch()
  await app.page.evaluate(() => document.body.append(document.createElement('button')))
  expect(await findings(app.page)).toEqual([expect.stringMatching(/^button-name: /)])
  await app.close()
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, picture, resize, type App } from './app.ts'
import { goTo } from './steps.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

describe.each(['light', 'dark'] as const)('the pictures of the sample in the %s theme', (theme) => {
  let app: App
  beforeAll(async () => void (app = await launch({ theme })))
  afterAll(() => app.close())

  it('look', async () => {
    await goTo(app, 'Pictures')
    for (const tab of ['Numbers', 'Timeline', 'Map', 'Agreement']) {
      await app.page.getByRole('tab', { name: tab }).click()
      await app.page.locator('#picture svg[role=group]').waitFor()
      for (const size of sizes) {
        await resize(app.electron, size)
        await app.page.waitForTimeout(400)
        await picture(app.page, `picture-${tab.toLowerCase()}-sample-${theme}-${size.width}`)
      }
    }
    expect(app.complaints).toEqual([])
  })
})

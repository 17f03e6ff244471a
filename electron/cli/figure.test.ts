import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { figureKinds } from '../../shared/figures/data.ts'
import { cli, eachInFolder, ok } from './test-cli.ts'

const { path, files } = eachInFolder(async (path) => {
  await ok('new', path, '--title', 'Korea')
  await ok('import', path, 'resources/sample/partnership-claims.csv')
  await ok('import', path, 'resources/sample/partnership-events.csv')
})

async function draw(...argv: readonly string[]): Promise<string> {
  const out = files.at('picture.svg')
  await ok('figure', path, ...argv, '--out', out)
  return readFileSync(out, 'utf8')
}

describe('the command figure', () => {
  it('draws the chain of one claim to its origins, or of all', async () => {
    const svg = await draw('origins', '--of', 'C08')
    expect(svg).toContain('Where C08 comes from')
    expect(svg).toContain('Antony Blinken')
    expect(await draw('origins')).toContain('Where 17 claims come from')
    expect(await cli(['figure', path, 'origins', '--of', 'C99', '--out', files.at('none.svg')])).toMatchObject({
      err: expect.stringContaining('No claim or event is called “C99”') as string,
    })
  })

  it.each(figureKinds)('draws %s as one SVG file with its fonts, its title and its description', async (kind) => {
    const svg = await draw(kind)
    expect(svg).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns=[^>]* width="\d+" height="\d+" role="img"/,
    )
    expect(svg).toContain('@font-face')
    expect(svg).toMatch(/<title id="figure-title">[^<]+<\/title><desc id="figure-desc">[^<]+<\/desc>/)
    expect(svg.match(/data-mark="/g)?.length).toBeGreaterThan(2)
  })

  it('draws only what filter and search let through', async () => {
    const marks = async (...argv: readonly string[]): Promise<number> =>
      (await draw(...argv)).match(/data-mark="/g)?.length ?? 0
    expect(await marks('numbers', '--filter', '{"claimant":"Antony Blinken"}')).toBe(2)
    expect(await marks('numbers', '--search', 'sent')).toBe(1)
    expect(await marks('map', '--event-filter', '{"place":"Moscow"}')).toBe(1)
  })

  it('takes its size, its colours and its choices', async () => {
    const svg = await draw('timeline', '--theme', 'dark', '--width', '800', '--lanes', 'topic')
    expect(svg).toContain(' width="800" ')
    expect(svg).toContain('fill="#252a31"')
    expect(svg).toContain('>deployment<')
    expect(await draw('numbers', '--scale', 'log')).toContain('logarithmic axis')
  })

  it('says what is wrong with what was asked, and writes nothing', async () => {
    const out = files.at('none.svg')
    const cases: [string[], string][] = [
      [['pie'], 'It is one of numbers, timeline, map, matrix, origins.'],
      [['numbers', '--width', '12'], 'It is a whole number from 300 to 10000.'],
      [['numbers', '--filter', '{"colour":"red"}'], 'There is no field “colour”'],
    ]
    for (const [argv, message] of cases) {
      const { code, err } = await cli(['figure', path, ...argv, '--out', out])
      expect([code === 0, err]).toEqual([false, expect.stringContaining(message)])
    }
    expect(existsSync(out)).toBe(false)
  })
})

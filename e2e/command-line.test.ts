import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { launch, projectFolder, temporaryFolder } from './app.ts'

const exec = promisify(execFile)
const folder = temporaryFolder()
const casePath = join(folder, 'partnership.parallax')
const sample = (kind: string): string => join(projectFolder, 'resources/sample', `partnership-${kind}.csv`)

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as a person types it, in another folder. */
async function parallax(...args: string[]): Promise<Ran> {
  const env = { ...process.env, INIT_CWD: folder }
  try {
    const { stdout, stderr } = await exec('npm', ['run', '-s', 'parallax', '--', ...args], { cwd: projectFolder, env })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as Ran
    return { code, stdout, stderr }
  }
}

beforeAll(async () => {
  expect(await parallax('new', casePath, '--title', 'Partnership')).toMatchObject({ code: 0, stdout: '' })
})

describe('the command line', () => {
  it('imports the sample and lists it as JSON and nothing else', async () => {
    for (const kind of ['claims', 'events']) {
      const { code, stdout } = await parallax('import', casePath, sample(kind), '--json')
      expect(code).toBe(0)
      // The claims name the events, which their own list then completes.
      expect(JSON.parse(stdout)).toMatchObject({
        kind,
        rejected: 0,
        ...(kind === 'claims' ? { new: 17 } : { changed: 5 }),
      })
    }
    const listed = await parallax('list', casePath, 'claims', '--search', 'Kursk', '--sort', 'said:desc,ref', '--json')
    const { total, rows } = JSON.parse(listed.stdout) as { total: number; rows: Record<string, unknown>[] }
    expect(total).toBe(rows.length)
    expect(rows.find(({ ref }) => ref === 'C10')).toMatchObject({
      claimant: 'Volodymyr Zelenskyy',
      outlet: 'Unnamed outlet',
      document: 'Seed article',
      said: '2024-11~',
      topic: 'deployment',
      place: 'Kursk region',
      reliability: 'B',
      credibility: '2',
      measures: [{ best: 11_000, qualifier: 'about', category: 'present' }],
      tags: ['deployment', 'figures', 'Kursk'],
      event: 'North Korean troops deploy to Russia',
    })
  })

  // From a megabyte on a list is read by a thread beside, which sends on only what will be asked for.
  it.each([
    ['events', 'ref,title,place,note'],
    ['actors', 'name,kind,affiliation,note'],
    ['outlets', 'name,country,language,note'],
    ['documents', 'title,url,published,note'],
  ])('imports a long list of %s into a case that has none', async (kind, header) => {
    const other = join(folder, `long-${kind}.parallax`)
    const list = join(folder, `long-${kind}.csv`)
    const rows = Array.from({ length: 1500 }, (_, at) => `${kind} ${at},,,${'a long note '.repeat(70)}`)
    writeFileSync(
      list,
      `${header}\n${rows.map((row, at) => (kind === 'events' ? `E${at},${row.replace(',', '')}` : row)).join('\n')}\n`,
    )
    await parallax('new', other)
    const { stdout, stderr } = await parallax('import', other, list, '--kind', kind, '--json')
    expect({ stderr, ...(JSON.parse(stdout || '{}') as object) }).toMatchObject({ stderr: '', new: 1500, rejected: 0 })
  })

  it('says by its exit code what happened', async () => {
    const bad = join(folder, 'bad.csv')
    writeFileSync(bad, 'ref,statement\nX1,\n')
    expect((await parallax('import', casePath, bad)).code).toBe(1)
    expect((await parallax('import', casePath, sample('claims'))).code).toBe(0)
    expect((await parallax('list', casePath, 'nonsense')).code).toBe(2)
    expect((await parallax('list', join(folder, 'none.parallax'), 'claims')).code).toBe(3)
    expect((await parallax('check', sample('claims'))).code).toBe(4)
    const failed = await parallax('list', casePath, 'claims', '--filter', '{"nothing":1}', '--json')
    expect(failed).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('no field “nothing”') as string,
    })
  })

  it('writes a report in each format, which other tools can read', async () => {
    for (const format of ['html', 'md', 'docx', 'pdf']) {
      const { code, stderr } = await parallax(
        'report',
        casePath,
        '--format',
        format,
        '--out',
        join(folder, `report.${format}`),
      )
      expect({ format, code, stderr: code === 0 ? '' : stderr }).toEqual({ format, code: 0, stderr: '' })
    }
    const { stdout: pdf } = await exec('pdftotext', [join(folder, 'report.pdf'), '-'])
    expect(pdf).toMatch(/Volodymyr\s+Zelenskyy/)
    expect(pdf).toMatch(/TLP:CLEAR/)
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).not.toMatch(
      /<script(?! type="application\/json" id="parallax-evidence")|https?:\/\/(?!www\.w3\.org)[^"']*\.(js|css|woff2?)/,
    )
    const { stdout: document } = await exec('python3', ['-m', 'zipfile', '-l', join(folder, 'report.docx')])
    expect(document).toContain('word/footnotes.xml')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('refuses to write while a window has the case, says who has it, and still reads', async () => {
    const app = await launch({ casePath })
    const refused = await parallax('import', casePath, sample('events'))
    expect(refused).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/open in another window: .+ since/) as string,
    })
    expect(JSON.parse((await parallax('list', casePath, 'events', '--json')).stdout)).toMatchObject({ total: 5 })
    await app.close()
  })
})

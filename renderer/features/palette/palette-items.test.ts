import { describe, expect, it } from 'vitest'
import type { RecordLink } from '../../../shared/ids.ts'
import type { Command } from '../../app/commands.ts'
import { matchingCommands, sectionsFor } from './palette-items.ts'

const command = (id: string, label: string): Command => ({ id, label, group: 'Case', run: () => undefined })
const commands = [
  command('import', 'Import a CSV file…'),
  command('settings', 'Case settings…'),
  command('open', 'Open a case…'),
]
const link: RecordLink = { kind: 'actor', id: '018f0000-0000-7000-8000-000000000001', label: '김용현', detail: '' }

describe('matchingCommands', () => {
  it('puts what begins with the query first', () => {
    expect(matchingCommands(commands, 'case').map(({ id }) => id)).toEqual(['settings', 'open', 'import'])
    expect(matchingCommands(commands, 'cs fi').map(({ id }) => id)).toEqual(['import'])
    expect(matchingCommands(commands, 'nothing like it')).toEqual([])
  })
})

describe('sectionsFor', () => {
  it('offers what was chosen last first, and nothing twice', () => {
    const recent = [
      { kind: 'record', link },
      { kind: 'command', id: 'open' },
      { kind: 'command', id: 'gone' },
    ] as const
    const sections = sectionsFor({ query: '', commands, records: [link], recent })
    expect(sections.map(({ title, items }) => [title, items.map(({ label }) => label)])).toEqual([
      ['Recent', ['김용현', 'Open a case…']],
      ['Commands', ['Import a CSV file…', 'Case settings…']],
    ])
  })

  it('lists commands, then records that were found', () => {
    const sections = sectionsFor({ query: '김', commands, records: [link], recent: [] })
    expect(sections.map(({ title }) => title)).toEqual(['Records'])
  })
})

import type { Topic } from '../../../shared/contract.ts'

/** How a column is stored and logged. A `date` column x stands for x_text (as written) and x (EDTF); days are derived. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'json' | 'tags' | 'date' | { readonly ref: EntityName }

export interface Entity {
  readonly columns: Readonly<Record<string, ColumnKind>>
  /** Has created/changed/trashed: a record of its own, not a part of another. */
  readonly isRecord: boolean
  /** The column that names the record this one is a part of. */
  readonly owner?: string
  readonly topic: Topic
}

const ref = (entity: EntityName): ColumnKind => ({ ref: entity })

export const entityNames = [
  'case_info',
  'actor',
  'outlet',
  'document',
  'event',
  'participant',
  'claim',
  'measure',
  'carriage',
  'relation',
  'rating',
  'note',
  'note_pin',
  'judgement',
  'judgement_claim',
  'report',
  'report_block',
  'report_export',
  'place',
  'saved_view',
] as const
export type EntityName = (typeof entityNames)[number]

/** Every table whose changes are logged, with the columns that are content (not keys, not derived). */
export const entities: Readonly<Record<EntityName, Entity>> = {
  case_info: {
    columns: { title: 'text', question: 'text', scale: 'text', tlp: 'text', cutoff: 'text', tolerance: 'number' },
    isRecord: false,
    topic: 'case',
  },
  actor: {
    columns: { name: 'text', kind: 'text', aliases: 'json', affiliation: ref('actor') },
    isRecord: true,
    topic: 'sources',
  },
  outlet: {
    columns: {
      name: 'text',
      kind: 'text',
      owner: ref('actor'),
      state_controlled: 'text',
      country: 'text',
      language: 'text',
    },
    isRecord: true,
    topic: 'sources',
  },
  document: {
    columns: {
      outlet: ref('outlet'),
      title: 'text',
      author: 'text',
      url: 'text',
      archive_url: 'text',
      published: 'date',
      captured: 'text',
      language: 'text',
      text: 'text',
      file_sha256: 'text',
      read_by_me: 'boolean',
    },
    isRecord: true,
    topic: 'sources',
  },
  event: {
    columns: {
      ref: 'text',
      title: 'text',
      when: 'date',
      place: 'text',
      latitude: 'number',
      longitude: 'number',
      place_precision: 'text',
      kind: 'text',
      status: 'text',
    },
    isRecord: true,
    topic: 'events',
  },
  participant: {
    columns: { event: ref('event'), actor: ref('actor'), role: 'text', position: 'number' },
    isRecord: false,
    owner: 'event',
    topic: 'events',
  },
  claim: {
    columns: {
      ref: 'text',
      statement: 'text',
      quote: 'text',
      quote_language: 'text',
      translation: 'text',
      claimant: ref('actor'),
      basis: 'text',
      said: 'date',
      event: ref('event'),
      topic: 'text',
      place: 'text',
      status: 'text',
      tlp: 'text',
      tags: 'tags',
    },
    isRecord: true,
    topic: 'claims',
  },
  measure: {
    columns: {
      claim: ref('claim'),
      position: 'number',
      subject: 'text',
      category: 'text',
      unit: 'text',
      low: 'number',
      high: 'number',
      best: 'number',
      qualifier: 'text',
      kind: 'text',
      as_of: 'date',
      place: 'text',
      verbatim: 'text',
    },
    isRecord: false,
    owner: 'claim',
    topic: 'claims',
  },
  carriage: {
    columns: {
      claim: ref('claim'),
      document: ref('document'),
      position: 'number',
      role: 'text',
      link_read: 'boolean',
    },
    isRecord: false,
    owner: 'claim',
    topic: 'claims',
  },
  relation: {
    columns: {
      from_claim: ref('claim'),
      from_event: ref('event'),
      from_document: ref('document'),
      to_claim: ref('claim'),
      to_event: ref('event'),
      to_document: ref('document'),
      type: 'text',
      state: 'text',
      basis: 'text',
      by: 'text',
      at: 'text',
      rule: 'text',
      inputs: 'text',
      reason: 'text',
    },
    isRecord: false,
    topic: 'claims',
  },
  rating: {
    columns: {
      claim: ref('claim'),
      actor: ref('actor'),
      outlet: ref('outlet'),
      document: ref('document'),
      axis: 'text',
      value: 'text',
      reason: 'text',
      rater: 'text',
      at: 'text',
      topic: 'text',
    },
    isRecord: false,
    owner: 'claim',
    topic: 'claims',
  },
  note: { columns: { title: 'text', body: 'text' }, isRecord: true, topic: 'notes' },
  note_pin: {
    columns: {
      note: ref('note'),
      claim: ref('claim'),
      event: ref('event'),
      actor: ref('actor'),
      outlet: ref('outlet'),
      document: ref('document'),
    },
    isRecord: false,
    owner: 'note',
    topic: 'notes',
  },
  judgement: {
    columns: {
      statement: 'text',
      likelihood: 'text',
      scale: 'text',
      percent: 'number',
      confidence: 'text',
      confidence_reasons: 'text',
      assumptions: 'text',
      indicators: 'text',
      alternatives: 'text',
    },
    isRecord: true,
    topic: 'reports',
  },
  judgement_claim: {
    columns: { judgement: ref('judgement'), claim: ref('claim'), side: 'text', position: 'number', frozen: 'json' },
    isRecord: false,
    owner: 'judgement',
    topic: 'reports',
  },
  report: { columns: { title: 'text', tlp: 'text' }, isRecord: true, topic: 'reports' },
  report_block: {
    columns: { report: ref('report'), position: 'number', content: 'json' },
    isRecord: false,
    owner: 'report',
    topic: 'reports',
  },
  report_export: {
    columns: {
      report: ref('report'),
      format: 'text',
      file_name: 'text',
      sha256: 'text',
      tlp: 'text',
      by: 'text',
      at: 'text',
    },
    isRecord: false,
    owner: 'report',
    topic: 'reports',
  },
  place: {
    columns: {
      name: 'text',
      aliases: 'json',
      within: 'text',
      latitude: 'number',
      longitude: 'number',
      precision: 'text',
    },
    isRecord: true,
    topic: 'places',
  },
  saved_view: {
    columns: { list: 'text', name: 'text', search: 'text', filter: 'json', sort: 'json', columns: 'json' },
    isRecord: false,
    topic: 'views',
  },
}

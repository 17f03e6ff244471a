import { stixId, extensionId } from './ids.ts'

const published = '2026-11-27T00:00:00.000Z'

/** What Parallax itself puts into each bundle: who defines the extension, and the extension. Neither ever changes. */
export const producer = {
  type: 'identity',
  spec_version: '2.1',
  id: stixId('identity', 'Parallax'),
  created: published,
  modified: published,
  name: 'Parallax',
  description: 'An offline desktop workbench for weighing claims',
  identity_class: 'system',
}

export const extension = {
  type: 'extension-definition',
  spec_version: '2.1',
  id: extensionId,
  created_by_ref: producer.id,
  created: published,
  modified: published,
  name: 'Parallax records',
  description: 'What an analyst recorded of claims, events and their sources beyond what STIX has properties for.',
  schema: [
    'Dates are as written or in EDTF (ISO 8601-2).',
    'reliability and credibility are the two axes of the NATO Admiralty code, A to F and 1 to 6: F and 6 mean unknown, not worst.',
    'measures: the figures that a claim states, with low, high, best, qualifier, category, subject, unit, kind, as_of, place and verbatim; an open side is left out.',
    'coordinates_from: event (its own) or place (those of the place that it names).',
    'read_by_me: false is cited, not seen.',
    'Other properties are texts: claimant, claimant_basis, said, topic, place, status, quote, quote_language, translation, grades, when, kind, participants, aliases, affiliation, owner, state_controlled, country, language, outlet, author, published, captured, place_precision, radius_km, basis, reason, recorded_by, relation.',
  ].join('\n'),
  version: '1.0.0',
  extension_types: ['property-extension'],
}

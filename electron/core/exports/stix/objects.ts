import type { ClaimRow, Measure } from '../../../../shared/claim.ts'
import { dayToIso, parseDate } from '../../../../shared/dates.ts'
import type { EventRow } from '../../../../shared/event.ts'
import type { NoteRow } from '../../../../shared/note.ts'
import type { Tlp } from '../../../../shared/scales.ts'
import type { ActorRow, DocumentRow, OutletRow } from '../../../../shared/source.ts'
import type { ClaimDetails, DocumentDetails, EventDetails, Grade, SourceDetails } from '../details.ts'
import type { EventPoint } from '../geojson.ts'
import { webAddress } from '../web-address.ts'
import { withoutEmpty } from '../without-empty.ts'
import { extensionId, stixId, type StixType } from './ids.ts'
import { markingId } from './markings.ts'

// STIX 2.1 (OASIS Standard, 10 June 2021): what each record is there. What it has no property for stands in our extension.

interface Common {
  readonly id: string
  readonly created: string
  readonly modified: string
  readonly tlp: Tlp
  /** What stands in the extension. */
  readonly own?: Readonly<Record<string, unknown>>
}

export type StixObject = Readonly<Record<string, unknown>> & { readonly type: StixType; readonly id: string }

function object(type: StixType, { id, created, modified, tlp, own = {} }: Common, properties: object): StixObject {
  const extension = withoutEmpty(own)
  return {
    type,
    spec_version: '2.1',
    id,
    created,
    modified,
    ...withoutEmpty({ ...properties }),
    object_marking_refs: [markingId(tlp)],
    ...(Object.keys(extension).length > 0 && {
      extensions: { [extensionId]: { extension_type: 'property-extension', ...extension } },
    }),
  }
}

const timesOf = ({
  created,
  changed,
}: {
  created: string
  changed: string
}): { created: string; modified: string } => ({
  created,
  modified: changed,
})

const classes: Readonly<Record<string, string>> = {
  person: 'individual',
  state: 'organization',
  organisation: 'organization',
  unit: 'group',
  service: 'organization',
}

export const identityOfActor = (row: ActorRow, { reliability }: SourceDetails, tlp: Tlp): StixObject =>
  object(
    'identity',
    {
      id: stixId('identity', row.id),
      ...timesOf(row),
      tlp,
      own: { kind: row.kind, aliases: row.aliases, affiliation: row.affiliation, reliability },
    },
    { name: row.name, identity_class: (row.kind !== null && classes[row.kind]) || 'unknown' },
  )

export const identityOfOutlet = (row: OutletRow, { reliability }: SourceDetails, tlp: Tlp): StixObject =>
  object(
    'identity',
    {
      id: stixId('identity', row.id),
      ...timesOf(row),
      tlp,
      own: {
        kind: row.kind ?? 'outlet',
        owner: row.owner,
        state_controlled: row.stateControlled,
        country: row.country,
        language: row.language,
        reliability,
      },
    },
    { name: row.name, identity_class: 'organization' },
  )

/** A person who graded. */
export const identityOfRater = (caseId: string, name: string, created: string, tlp: Tlp): StixObject =>
  object(
    'identity',
    { id: raterId(caseId, name), created, modified: created, tlp },
    { name, identity_class: 'individual', roles: ['analyst'] },
  )

export const raterId = (caseId: string, name: string): string => stixId('identity', caseId, 'analyst', name)

/** A document; `refs` are the objects that it is about: what it carries, and its outlet. */
export function reportOf(row: DocumentRow, more: DocumentDetails, refs: readonly string[], tlp: Tlp): StixObject {
  const { title, outlet, author, published, publishedText, captured, language, readByMe } = row
  const hash = more.fileSha256
  const addresses = [...new Set([webAddress(row.url), webAddress(row.archiveUrl)])].filter((url) => url !== null)
  return object(
    'report',
    {
      id: stixId('report', row.id),
      ...timesOf(row),
      tlp,
      own: {
        outlet,
        author,
        published: published ?? publishedText,
        captured,
        language,
        read_by_me: readByMe,
        reliability: more.reliability,
      },
    },
    {
      name: title,
      published: momentOf(published) ?? row.created,
      object_refs: refs,
      external_references: addresses.map((url, at) => ({
        source_name: outlet ?? title,
        url,
        ...(at === 0 && hash !== null && /^[0-9a-f]{64}$/i.test(hash) && { hashes: { 'SHA-256': hash } }),
      })),
    },
  )
}

/** The first moment of a date; null where it has none. STIX knows no uncertain ones: the date itself is in the extension. */
function momentOf(date: string | null): string | null {
  if (date !== null && /T.*(Z|[+-]\d\d:?\d\d)$/.test(date) && !Number.isNaN(Date.parse(date)))
    return new Date(date).toISOString()
  const read = date === null ? null : parseDate(date)
  return read?.ok && read.value.from !== null ? `${dayToIso(read.value.from)}T00:00:00.000Z` : null
}

export const incidentOf = (row: EventRow, { participants }: EventDetails, tlp: Tlp): StixObject =>
  object(
    'incident',
    {
      id: stixId('incident', row.id),
      ...timesOf(row),
      tlp,
      own: {
        when: row.when ?? row.whenText,
        place: row.place,
        kind: row.kind,
        status: row.status,
        participants: participants.map(({ name, role }) => withoutEmpty({ name, role })),
      },
    },
    { name: row.title, external_references: referenceOf(row.ref) },
  )

/** Where an event happened; `own` tells how exact that is. */
export const locationOf = (row: EventRow, point: EventPoint, tlp: Tlp): StixObject =>
  object(
    'location',
    {
      id: stixId('location', row.id),
      ...timesOf(row),
      tlp,
      own: { place_precision: point.precision, coordinates_from: point.from, radius_km: point.radius },
    },
    { name: point.place ?? row.place, latitude: point.latitude, longitude: point.longitude },
  )

/** Appendix A of STIX 2.1, from Admiralty credibility; a 6 says nothing of confidence. */
const confidences: Readonly<Record<string, number>> = { 1: 90, 2: 70, 3: 50, 4: 30, 5: 10 }

/** A claim; `refs` are the objects that it names. */
export function noteOf(row: ClaimRow, more: ClaimDetails, refs: readonly string[], tlp: Tlp): StixObject {
  const { quote, quoteLanguage, translation, grades } = more
  return object(
    'note',
    {
      id: stixId('note', row.id),
      ...timesOf(row),
      tlp,
      own: {
        claimant: row.claimant,
        claimant_basis: row.basis,
        said: row.said ?? row.saidText,
        topic: row.topic,
        place: row.place,
        status: row.status,
        reliability: row.reliability,
        credibility: row.credibility,
        quote,
        quote_language: quoteLanguage,
        translation,
        measures: row.measures.map(measureOf),
        grades: grades.map(({ at, ...grade }) => withoutEmpty({ ...grade, graded_at: at })),
      },
    },
    {
      content: row.statement,
      confidence: row.credibility === null ? null : confidences[row.credibility],
      labels: row.tags,
      external_references: referenceOf(row.ref),
      object_refs: refs,
    },
  )
}

function measureOf({ id: _id, asOf, ...measure }: Measure): object {
  return withoutEmpty({ ...measure, as_of: asOf })
}

/** A case's own reference; the schemas allow no other source than theirs an id that looks like one of CVE or CAPEC. */
function referenceOf(ref: string | null): object[] {
  if (ref === null) return []
  const isTheirs = /^(CVE|CAPEC)-\d/.test(ref)
  return [{ source_name: 'Parallax', [isTheirs ? 'description' : 'external_id']: ref }]
}

/** A note of the analyst's; `refs` are the objects that it is pinned to. */
export const noteOfNote = (row: NoteRow, body: string, refs: readonly string[], tlp: Tlp): StixObject =>
  object(
    'note',
    { id: stixId('note', row.id), ...timesOf(row), tlp, own: { kind: 'note' } },
    { abstract: row.title, content: body || row.title, object_refs: refs },
  )

const opinions: Readonly<Record<string, string>> = {
  1: 'strongly-agree',
  2: 'agree',
  3: 'neutral',
  4: 'disagree',
  5: 'strongly-disagree',
}

/** The grade of a claim's credibility; null for one that STIX has no word for. */
export function opinionOf(caseId: string, claim: string, grade: Grade, tlp: Tlp): StixObject | null {
  const opinion = grade.axis === 'credibility' ? opinions[grade.value] : undefined
  if (opinion === undefined) return null
  return object(
    'opinion',
    {
      id: stixId('opinion', claim, grade.rater, grade.at),
      created: grade.at,
      modified: grade.at,
      tlp,
      own: { credibility: grade.value },
    },
    {
      created_by_ref: raterId(caseId, grade.rater),
      explanation: grade.reason,
      authors: [grade.rater],
      opinion,
      object_refs: [stixId('note', claim)],
    },
  )
}

/** What joins two objects; `of` tells it from others, and stays. */
export const relationshipOf = (
  type: string,
  [source, target]: readonly [source: string, target: string],
  of: readonly string[],
  times: Pick<Common, 'created' | 'modified' | 'tlp' | 'own'>,
  description: string | null = null,
): StixObject =>
  object(
    'relationship',
    { id: stixId('relationship', ...of), ...times },
    {
      relationship_type: type,
      description,
      source_ref: source,
      target_ref: target,
    },
  )

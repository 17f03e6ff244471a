import type { ClaimRow } from '../../../shared/claim.ts'
import { credibilityScale, type Credibility, type Tlp } from '../../../shared/scales.ts'
import type { CarriedBy, ClaimDetails } from './details.ts'
import { webAddress } from './web-address.ts'
import { withoutEmpty } from './without-empty.ts'

/** A claim as a ClaimReview of schema.org. It is rated only where a person graded it or set its status, in the words of the scale. */
export function claimReview(claim: ClaimRow, details: ClaimDetails, user: string, tlp: Tlp): object {
  const { id, ref, statement, created, changed } = claim
  return withoutEmpty({
    '@type': 'ClaimReview',
    '@id': `urn:uuid:${id}`,
    identifier: ref,
    claimReviewed: statement,
    author: person(user),
    dateCreated: created,
    dateModified: changed,
    reviewRating: ratingOf(claim, details),
    conditionsOfAccess: `TLP:${tlp}`,
    itemReviewed: reviewed(claim, details),
  })
}

function reviewed(
  claim: ClaimRow,
  { quote, quoteLanguage, translation, claimantKind, carriages }: ClaimDetails,
): object {
  const origins = carriages.filter(({ role }) => role === 'origin')
  return withoutEmpty({
    '@type': 'Claim',
    text: quote ?? claim.statement,
    inLanguage: quote === null ? null : quoteLanguage,
    ...(translation !== null && { workTranslation: { '@type': 'CreativeWork', text: translation } }),
    author: claim.claimant === null ? null : withoutEmpty({ '@type': typeOf(claimantKind), name: claim.claimant }),
    ...dated('datePublished', claim.said ?? claim.saidText),
    about: claim.topic,
    contentLocation: claim.place === null ? null : { '@type': 'Place', name: claim.place },
    keywords: claim.tags,
    creativeWorkStatus: claim.status,
    firstAppearance: origins.map(workOf),
    appearance: carriages.filter(({ role }) => role !== 'origin').map(workOf),
  })
}

/** Unset is no rating; a 6 is one, which says that the truth cannot be judged. No number is made of a letter or a word. */
function ratingOf({ credibility, status }: ClaimRow, { grades }: ClaimDetails): object | null {
  const grade = grades.find(({ axis }) => axis === 'credibility')
  if (credibility !== null && grade)
    return withoutEmpty({
      '@type': 'Rating',
      name: `Admiralty credibility ${credibility}`,
      alternateName: credibilityScale[credibility satisfies Credibility],
      author: person(grade.rater),
      ratingExplanation: grade.reason,
    })
  return status === 'open' ? null : { '@type': 'Rating', name: 'Status of the claim', alternateName: status }
}

const workOf = ({ document, url, outlet, published, author, language }: CarriedBy): object =>
  withoutEmpty({
    '@type': 'CreativeWork',
    name: document,
    url: webAddress(url),
    inLanguage: language,
    author: author === null ? null : { '@type': 'Person', name: author },
    publisher: outlet === null ? null : { '@type': 'Organization', name: outlet },
    ...dated('datePublished', published),
  })

const person = (name: string): object => ({ '@type': 'Person', name })

const typeOf = (kind: string | null): string =>
  kind === null ? 'Thing' : kind === 'person' ? 'Person' : kind === 'state' ? 'Country' : 'Organization'

/** A plain date stands under its name; schema.org has no uncertain ones, so that those are told as the time covered. */
const dated = (name: string, text: string | null): object =>
  text !== null && /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-][\d:]+)?)?)?)?$/.test(text)
    ? { [name]: text }
    : { temporalCoverage: text }

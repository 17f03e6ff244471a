import type { PlaceLanguage } from '../../shared/place-kinds.ts'

type Expand = (stem: string) => string[]
type Words = Readonly<Record<PlaceLanguage, Expand>>

const withEnds =
  (...ends: string[]): Expand =>
  (stem) =>
    ends.map((end) => (end === '' ? stem : `${stem}${end}`))

/** What regions of each kind are called, by their stem: the first is the usual name. */
export const regionWords: Readonly<Record<string, Words>> = {
  oblast: {
    en: withEnds(' region', ' oblast', ' province'),
    ru: withEnds(' область', ' обл.'),
    ko: withEnds('주', ' 지역'),
    uk: withEnds(' область', ' обл.'),
  },
  'autonomous oblast': {
    en: withEnds(' autonomous region', ' autonomous oblast'),
    ru: withEnds(' автономная область'),
    ko: withEnds(' 자치주'),
    uk: withEnds(' автономна область'),
  },
  krai: {
    en: withEnds(' territory', ' krai', ' region'),
    ru: withEnds(' край'),
    ko: withEnds(' 지방', ' 변강', ' 크라이'),
    uk: withEnds(' край'),
  },
  okrug: {
    en: withEnds(' autonomous okrug', ' okrug'),
    ru: withEnds(' автономный округ', ' АО'),
    ko: withEnds(' 자치구'),
    uk: withEnds(' автономний округ'),
  },
  republic: {
    en: (stem) => [stem, `Republic of ${stem}`],
    ru: (stem) => [stem, `Республика ${stem}`],
    ko: withEnds('', ' 공화국'),
    uk: (stem) => [stem, `Республіка ${stem}`],
  },
  province: {
    en: withEnds(' Province', ''),
    ru: (stem) => [stem, `провинция ${stem}`],
    ko: withEnds(''),
    uk: (stem) => [stem, `провінція ${stem}`],
  },
}

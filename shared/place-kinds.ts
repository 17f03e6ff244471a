/** What a place of the gazetteer is. An area is a part of the world or of a country that is no unit of its own. */
export const placeKinds = ['continent', 'area', 'country', 'region', 'city', 'site', 'sea'] as const
export type PlaceKind = (typeof placeKinds)[number]
export const placeLanguages = ['en', 'ru', 'ko', 'uk'] as const
export type PlaceLanguage = (typeof placeLanguages)[number]

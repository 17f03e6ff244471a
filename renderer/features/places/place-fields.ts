import type { PlaceRow } from '../../../shared/places.ts'
import { placePrecisions } from '../../../shared/vocabulary.ts'
import { momentInWords } from '../../app/time.ts'
import type { Patches } from '../records/entities.ts'
import { fieldsOf, optionsFrom, type Field } from '../records/field.ts'
import { fieldNamed } from '../records/patch-record.ts'

const f = fieldsOf<PlaceRow, Patches['places']>()

const degrees = (value: number | null): string | null => (value === null ? null : String(value))

/** The fields of a place of one's own. */
export const placeFields: readonly Field<PlaceRow, Patches['places']>[] = [
  f.text({
    field: 'name',
    title: 'Name',
    width: 240,
    minWidth: 160,
    isFlexible: true,
    isRequired: true,
    get: (row) => row.name,
  }),
  f.many({ field: 'aliases', title: 'Also called', width: 240, get: (row) => row.aliases }),
  f.text({ field: 'within', title: 'Lies in', width: 180, suggest: 'place', get: (row) => row.within }),
  f.number({ field: 'latitude', title: 'Latitude', width: 90, get: (row) => degrees(row.latitude) }),
  f.number({ field: 'longitude', title: 'Longitude', width: 96, get: (row) => degrees(row.longitude) }),
  f.choice({
    field: 'precision',
    title: 'Precision',
    width: 100,
    options: optionsFrom(placePrecisions, { isNullable: true }),
    get: (row) => row.precision,
  }),
  f.fixed({
    field: 'created',
    title: 'Entered',
    width: 142,
    shown: 'hidden',
    get: (row) => momentInWords(row.created),
  }),
  f.fixed({ field: 'changed', title: 'Changed', width: 142, shown: 'wide', get: (row) => momentInWords(row.changed) }),
]

/** What is asked of a new place. */
export const askedOfPlace = ['name', 'within', 'aliases', 'precision', 'latitude', 'longitude'].map((name) =>
  fieldNamed(placeFields, name),
)
export const helpsOfPlace = {
  name: 'If the gazetteer has this name, yours is used.',
  within: 'A region, a country; several with ; between.',
  aliases: 'Other spellings, other scripts.',
  latitude: 'Degrees north, such as 51.73.',
  longitude: 'Degrees east, such as 36.19.',
}

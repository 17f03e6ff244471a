/** How one place stands to another; `unknown` when one of them is in neither the gazetteer nor the user's own places. */
export type PlaceRelation = 'same' | 'within' | 'contains' | 'overlaps' | 'apart' | 'unknown'

/** What the rules ask about places. */
export interface Places {
  /** How place text a stands to place text b ("Kursk region" is within "Russia"). Texts as written; several places in one text are separated by ";". */
  relate(a: string, b: string): PlaceRelation
}

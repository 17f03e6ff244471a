/** The part of the `edtf` package (EDTF levels 0–2) that Parallax uses; the package ships no types. */
declare module 'edtf' {
  export interface EdtfValue {
    readonly type: 'Date' | 'Interval' | 'Season' | 'Set' | 'List' | 'Year' | 'Decade' | 'Century'
    /** Milliseconds since the epoch; ±Infinity for an open end, null for an unknown one, NaN out of range. */
    readonly min: number | null
    readonly max: number | null
    readonly edtf: string
    readonly approximate?: { readonly value: number }
    readonly uncertain?: { readonly value: number }
    readonly lower?: EdtfValue | null
    readonly upper?: EdtfValue | null
  }
  export default function edtf(text: string): EdtfValue
}

declare module 'subset-font' {
  interface Options {
    readonly targetFormat?: 'woff2' | 'woff' | 'truetype'
    /** OpenType feature tags to keep; all when left out. */
    readonly keepFeatures?: readonly string[]
    readonly noHinting?: boolean
  }
  const subsetFont: (font: Buffer, text: string, options?: Options) => Promise<Buffer>
  export default subsetFont
}

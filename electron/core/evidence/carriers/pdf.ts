import { constants, inflateSync } from 'node:zlib'
import { AFRelationship, PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import type { Evidence } from '../../../../shared/evidence.ts'
import { tailOf } from './pdf-tail.ts'

const fileName = 'parallax-evidence.json'

/** A PDF with the evidence attached to it (ISO 32000-2, 7.11.4), as the data that it is made of, and with its authors. */
export async function intoPdf(bytes: Uint8Array, envelope: string): Promise<Uint8Array<ArrayBuffer>> {
  const tail = tailOf(bytes)
  const document = await PDFDocument.load(tail?.excerpt ?? bytes, { updateMetadata: false })
  // Streams of objects are of a later version than the file says it is.
  const how = { useObjectStreams: false }
  if (tail === undefined) {
    await describe(document, envelope)
    return new Uint8Array(await document.save(how))
  }
  const { context } = document
  context.largestObjectNumber = tail.size - 1
  context.pdfFileDetails.pdfSize = bytes.length
  context.pdfFileDetails.prevStartXRef = tail.table
  const before = document.takeSnapshot()
  await describe(document, envelope)
  for (const name of ['Root', 'Info'] as const) before.markRefForSave(context.trailerInfo[name] as PDFRef)
  const whole = Buffer.concat([bytes, await document.saveIncremental(before, how)])
  if (tail.information) blank(whole, tail.information)
  return new Uint8Array(whole)
}

async function describe(document: PDFDocument, envelope: string): Promise<void> {
  const { by, tlp, case: from } = (JSON.parse(envelope) as { content: Evidence }).content
  // What prints it names itself and the system that it runs on.
  document.setCreator('Parallax')
  document.setAuthor(by.join(', '))
  document.setSubject(`${from.title} (TLP:${tlp})`)
  await document.attach(new TextEncoder().encode(envelope), fileName, {
    mimeType: 'application/json',
    description: 'The claims, events, sources and judgements that this report shows',
    afRelationship: AFRelationship.Data,
  })
}

/** Leaves nothing of an object that is replaced by a later one: it would still name the system. */
function blank(file: Buffer, [start, end]: readonly [number, number]): void {
  const [from, to] = [file.indexOf('<<', start) + 2, file.lastIndexOf('>>', end)]
  file.fill(' ', from, to)
}

/** The evidence attached to a PDF; undefined where it has none. `most`: bytes that a part of it may unpack to, or `tooLarge` is thrown. */
export async function inPdf(bytes: Uint8Array, most: number, tooLarge: () => Error): Promise<string | undefined> {
  // What is left of a file that was cut off might be read, without what it carries.
  if (!Buffer.from(bytes.slice(-1024)).includes('%%EOF')) throw new Error('it has no end')
  expectModest(bytes, most, tooLarge)
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const found = document.getAttachments().find(({ name }) => name === fileName)
  return found && new TextDecoder().decode(found.data)
}

const begin = Buffer.from('stream')

/** The library unpacks whatever the file says is packed: what would become too much is found before. */
function expectModest(bytes: Uint8Array, most: number, tooLarge: () => Error): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf(begin); at >= 0; at = file.indexOf(begin, at + begin.length)) {
    const start = at + begin.length + (file[at + begin.length] === 13 ? 2 : 1)
    try {
      inflateSync(file.subarray(start), { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
      // Most are packed otherwise, or not at all.
    }
  }
}

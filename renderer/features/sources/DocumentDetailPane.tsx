import type { ReactElement } from 'react'
import type { DocumentDetail } from '../../../shared/source.ts'
import { dayInWords } from '../../app/time.ts'
import { run, useCall } from '../../data/queries.ts'
import { useReadOnly } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { DateWords } from '../records/DateWords.tsx'
import { DetailMessage, DetailPane } from '../records/DetailPane.tsx'
import { Editable } from '../records/Editable.tsx'
import { apis } from '../records/entities.ts'
import { FieldLine } from '../records/FieldLine.tsx'
import { fieldNamed, patchRecord } from '../records/patch-record.ts'
import { RecordButton } from '../records/RecordButton.tsx'
import { RelationsSection } from '../records/RelationsSection.tsx'
import { Line, Section } from '../records/Section.tsx'
import type { SourceDetailProps } from './ActorDetailPane.tsx'
import { documentFields, documentText } from './source-fields.tsx'
import { SourceSurroundings } from './SourceSurroundings.tsx'

/** A whole document. */
export function DocumentDetailPane({ id, onClose }: SourceDetailProps): ReactElement {
  const { data: document, error } = useCall('documents.get', { id }, { keepPrevious: true })
  const isReadOnly = useReadOnly() !== null
  if (!document || error) return <DetailMessage error={error} />
  const canEdit = !isReadOnly && document.trashed === null
  const shared = { row: document, canEdit, onPatch: patchRecord(apis.documents, document.id) }
  const field = (name: string) => fieldNamed(documentFields, name)
  return (
    <DetailPane
      id={document.id}
      kind="document"
      line={`document · entered ${dayInWords(document.created)}`}
      title={<Editable {...shared} field={field('title')} look="title" />}
      trashed={document.trashed}
      onClose={onClose}
    >
      <Section title="Where it stands">
        <FieldLine
          {...shared}
          field={field('outlet')}
          after={document.outletId && <RecordButton to={{ kind: 'outlet', id: document.outletId }}>Open</RecordButton>}
        />
        <FieldLine {...shared} field={field('author')} />
        <FieldLine {...shared} field={field('published')} empty="not given">
          <DateWords edtf={document.published} text={document.publishedText} />
        </FieldLine>
        <FieldLine {...shared} field={field('readByMe')} empty="not said" />
        <FieldLine {...shared} field={field('language')} />
        <FieldLine {...shared} field={field('url')} empty="none" after={<OpenOutside url={document.url} />} />
        <FieldLine
          {...shared}
          field={field('archiveUrl')}
          label="Archive"
          empty="none"
          after={<OpenOutside url={document.archiveUrl} />}
        />
        <Fingerprint document={document} />
      </Section>
      <Section title="Text">
        <Editable
          {...shared}
          field={documentText}
          look="text"
          empty="The words of the document, if you keep them here"
        />
      </Section>
      <RelationsSection
        record={{ kind: 'document', id: document.id }}
        relations={document.relations}
        canEdit={canEdit}
      />
      <SourceSurroundings kind="document" source={document} canEdit={canEdit} noClaims="It carries no claim yet." />
    </DetailPane>
  )
}

/** Opens an address in the system's browser, after asking. */
function OpenOutside({ url }: { readonly url: string | null }): ReactElement | null {
  if (url === null) return null
  return (
    <Button size="small" look="quiet" onClick={() => void run('app.openExternal', { url })}>
      Open in the browser…
    </Button>
  )
}

function Fingerprint({ document }: { readonly document: DocumentDetail }): ReactElement | null {
  if (document.fileSha256 === null) return null
  return (
    <Line label="SHA-256">
      <code>{document.fileSha256}</code>
    </Line>
  )
}

import { useCallback, useState, type ReactElement } from 'react'
import { goTo } from '../../app/history.ts'
import { useCall } from '../../data/queries.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import type { GridDef } from '../grid/grid-def.ts'
import { GridScreen } from '../grid/GridScreen.tsx'
import { apis, pathOfEntity, type Patches, type Rows } from '../records/entities.ts'
import type { Field } from '../records/field.ts'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { newForm, NewRecordDialog } from '../records/NewRecordDialog.tsx'
import { fieldNamed } from '../records/patch-record.ts'
import { ActorDetailPane } from './ActorDetailPane.tsx'
import { DocumentDetailPane } from './DocumentDetailPane.tsx'
import { OutletDetailPane } from './OutletDetailPane.tsx'
import { actorFields, documentFields, outletFields } from './source-fields.tsx'
import styles from './SourcesScreen.module.css'

type SourceEntity = 'actors' | 'outlets' | 'documents' | 'places'

/** The lists of sources: who said it, who carried it, what was read; and the places that they name. */
function SourceTabs({ value }: { readonly value: SourceEntity }): ReactElement {
  const counts = useCall('case.counts').data
  const tabs = (['actors', 'outlets', 'documents', 'places'] as const).map((entity) => ({
    value: entity,
    label: `${entity[0]?.toUpperCase()}${entity.slice(1)}`,
    count: counts?.[entity],
  }))
  return (
    <div className={styles.kinds}>
      <Tabs label="Kinds of source" tabs={tabs} value={value} onChange={(next) => goTo(pathOfEntity[next])} />
    </div>
  )
}

const tabs = [
  { tab: 'all', label: 'All' },
  { tab: 'trash', label: 'Trash' },
] as const

const actors: GridDef<Rows['actors'], Patches['actors']> = {
  api: apis.actors,
  fields: actorFields,
  tabs,
  emptyTitle: 'No actors yet',
  emptyWords:
    'An actor is whoever says or does something: a person, a state, an organisation, a unit, a service. The claimants of your claims appear here by themselves.',
}
const outlets: GridDef<Rows['outlets'], Patches['outlets']> = {
  api: apis.outlets,
  fields: outletFields,
  tabs,
  emptyTitle: 'No outlets yet',
  emptyWords:
    'An outlet is whoever carries what was said: an agency, a newspaper, a broadcaster, a channel. Who owns it matters when you count independent origins.',
}
const documents: GridDef<Rows['documents'], Patches['documents']> = {
  api: apis.documents,
  fields: documentFields,
  tabs,
  emptyTitle: 'No documents yet',
  emptyWords:
    'A document is what was read or cited: an article, a statement, a post. Say honestly which you have read and which you only saw cited.',
}

interface SourceScreenProps<Row extends { readonly id: string }, Patch extends object> {
  readonly def: GridDef<Row, Patch>
  readonly asked: readonly Field<Row, Patch>[]
  readonly detail: (id: string, onClose: () => void) => ReactElement
}

/** A list of sources of one kind. */
export function SourceScreen<Row extends { readonly id: string }, Patch extends object>({
  def,
  asked,
  detail,
}: SourceScreenProps<Row, Patch>): ReactElement {
  const [isAdding, setIsAdding] = useState(false)
  const add = useCallback(() => setIsAdding(true), [])
  useAskedDraft(({ form }) => form === newForm(def.api.one), add)
  return (
    <>
      <GridScreen
        key={def.api.entity}
        def={def}
        detail={detail}
        addLabel={`Add ${def.api.one}`}
        onAdd={add}
        before={<SourceTabs value={def.api.entity as SourceEntity} />}
      />
      {isAdding && <NewRecordDialog api={def.api} fields={asked} onClose={() => setIsAdding(false)} />}
    </>
  )
}

const pick = <F extends { readonly field: string }>(fields: readonly F[], ...names: string[]): F[] =>
  names.map((known) => fieldNamed(fields, known))

const askedOfActor = pick(actorFields, 'name', 'kind', 'aliases', 'affiliation')
const askedOfOutlet = pick(outletFields, 'name', 'kind', 'owner', 'stateControlled', 'country', 'language')
const askedOfDocument = pick(documentFields, 'title', 'outlet', 'published', 'readByMe', 'author', 'url')

export const ActorsScreen = (): ReactElement => (
  <SourceScreen
    def={actors}
    asked={askedOfActor}
    detail={(id, onClose) => <ActorDetailPane id={id} onClose={onClose} />}
  />
)
export const OutletsScreen = (): ReactElement => (
  <SourceScreen
    def={outlets}
    asked={askedOfOutlet}
    detail={(id, onClose) => <OutletDetailPane id={id} onClose={onClose} />}
  />
)
export const DocumentsScreen = (): ReactElement => (
  <SourceScreen
    def={documents}
    asked={askedOfDocument}
    detail={(id, onClose) => <DocumentDetailPane id={id} onClose={onClose} />}
  />
)

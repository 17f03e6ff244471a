import { Plus } from '@blueprintjs/icons'
import { useEffect, useRef, useState, type ReactElement, type Ref } from 'react'
import { JudgementId, type BlockId } from '../../../shared/ids.ts'
import type { BlockContent, Judgement, JudgementPatch } from '../../../shared/report.ts'
import { run, useCall } from '../../data/queries.ts'
import { toastDone } from '../../data/undo.ts'
import { useOpenCase } from '../../data/use-case.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import type { DraftPlace } from '../drafts/use-draft.ts'
import { useAskedDraft } from '../drafts/open-draft.ts'
import { reportPath } from './report-actions.ts'
import { useReportState } from './report-state.ts'
import { JudgementForm } from './JudgementForm.tsx'
import styles from './JudgementForm.module.css'
import { JudgementRow } from './JudgementRow.tsx'

interface JudgementsBlockProps {
  readonly id: BlockId
  readonly content: Extract<BlockContent, { kind: 'key-judgements' }>
  readonly isReadOnly: boolean
}

/** The judgements of a report in their order. The form of one opens where it stands. */
export function JudgementsBlock({ id, content, isReadOnly }: JudgementsBlockProps): ReactElement {
  const scale = useOpenCase()?.info.scale ?? 'icd203'
  const all = useCall('judgements.list').data ?? []
  const [openId, setOpenId] = useState<JudgementId | 'new' | null>(null)
  const ids = content.judgementIds
  const reportId = useReportState((state) => state.lastId)
  const path = reportId && reportPath(reportId)
  const placeOfNew: DraftPlace = {
    ...{ form: 'judgement', part: id, words: 'New judgement', path },
    record: reportId === null ? null : { kind: 'report', id: reportId },
  }
  const placeOf = (known: JudgementId): DraftPlace => ({
    ...{ form: 'judgement', part: known, words: 'Judgement', path },
    record: { kind: 'judgement', id: known },
  })
  useAskedDraft(
    ({ form, part }) => form === 'judgement' && (part === id || ids.some((known) => known === part)),
    ({ part }) => setOpenId(ids.find((known) => known === part) ?? 'new'),
  )
  useAskedJudgement(ids, isReadOnly, setOpenId)
  const shown = ids.flatMap((known) => all.find((judgement) => judgement.id === known) ?? [])
  const set = (judgementIds: readonly JudgementId[]): Promise<unknown> =>
    run('blocks.update', { id, content: { kind: 'key-judgements', judgementIds: [...judgementIds] } })
  const place = useRef<HTMLDivElement>(null)
  const close = (): void => {
    setOpenId(null)
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus())
  }

  const create = async (patch: JudgementPatch): Promise<boolean> => {
    const made = await run('judgements.create', { patch })
    if (made) await set([...ids, ...made.ids.map((made) => JudgementId.parse(made))])
    return made !== undefined
  }
  const update = async (known: JudgementId, patch: JudgementPatch): Promise<boolean> =>
    (await run('judgements.update', { id: known, patch })) !== undefined
  const row = (judgement: Judgement): ReactElement =>
    openId === judgement.id ? (
      <li key={judgement.id} data-judgement={judgement.id}>
        <JudgementForm
          judgement={judgement}
          place={placeOf(judgement.id)}
          scale={scale}
          onSave={(patch) => update(judgement.id, patch)}
          onClose={close}
        />
      </li>
    ) : (
      <JudgementRow
        key={judgement.id}
        judgement={judgement}
        scale={scale}
        isReadOnly={isReadOnly}
        onEdit={() => setOpenId(judgement.id)}
        onMove={(step) => void set(moved(ids, judgement.id, step))}
        onRemove={() => void set(ids.filter((known) => known !== judgement.id)).then(() => toastDone(removed))}
      />
    )

  return (
    <>
      {shown.length === 0 && openId !== 'new' && (
        <p className={styles.words}>What you hold to be so, with how likely it is and how sure you are.</p>
      )}
      <ol>{shown.map(row)}</ol>
      {openId === 'new' && (
        <JudgementForm judgement={null} place={placeOfNew} scale={scale} onSave={create} onClose={close} />
      )}
      {!isReadOnly && openId === null && (
        <AddJudgement
          place={place}
          others={all.filter(({ id: known }) => !ids.includes(known))}
          onNew={() => setOpenId('new')}
          onAdd={(known) => void set([...ids, known])}
        />
      )}
    </>
  )
}

/** Opens the form of a judgement of this block that something else leads to. */
function useAskedJudgement(ids: readonly JudgementId[], isReadOnly: boolean, open: (id: JudgementId) => void): void {
  const asked = useReportState((state) => state.askedJudgement)
  const known = ids.find((id) => id === asked)
  useEffect(() => {
    if (known === undefined) return
    useReportState.setState({ askedJudgement: null })
    if (!isReadOnly) open(known)
  }, [known, isReadOnly, open])
}

function moved(ids: readonly JudgementId[], id: JudgementId, step: -1 | 1): readonly JudgementId[] {
  const others = ids.filter((known) => known !== id)
  const to = ids.indexOf(id) + step
  return to < 0 || to > others.length ? ids : others.toSpliced(to, 0, id)
}

const removed = 'The judgement is no longer in this report. The case keeps it.'

interface AddJudgementProps {
  readonly place: Ref<HTMLDivElement>
  readonly others: readonly Judgement[]
  readonly onNew: () => void
  readonly onAdd: (id: JudgementId) => void
}

function AddJudgement({ place, others, onNew, onAdd }: AddJudgementProps): ReactElement {
  const items = others.map(({ id, statement }) => ({ id, text: statement, onPick: () => onAdd(id) }))
  return (
    <div ref={place} className={styles.add}>
      <Button size="small" icon={<Plus size={12} />} onClick={onNew}>
        New judgement
      </Button>
      {items.length > 0 && (
        <MenuButton size="small" look="quiet" items={items}>
          Add one of the case
        </MenuButton>
      )}
    </div>
  )
}

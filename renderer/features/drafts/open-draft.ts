import { useEffect, useRef } from 'react'
import { draftKey, type Draft } from '../../../shared/draft.ts'
import { goTo } from '../../app/history.ts'
import { openRecord } from '../records/open-record.ts'
import { useDrafts } from './draft-store.ts'

/** Leads to where something was typed, and opens its form there. */
export function openDraft(draft: Draft): void {
  const { path, record } = draft
  useDrafts.setState(({ left }) => ({
    asked: draft,
    left: left.filter((known) => draftKey(known) !== draftKey(draft)),
  }))
  if (path !== null) goTo(path)
  else if (record && record.kind !== 'judgement' && record.kind !== 'report')
    openRecord({ kind: record.kind, id: record.id })
}

/** Opens a form when its draft is asked for; `isMine` tells which drafts are this form's. */
export function useAskedDraft(isMine: (draft: Draft) => boolean, open: (draft: Draft) => void): void {
  const asked = useDrafts((state) => state.asked)
  const latest = useRef({ isMine, open })
  useEffect(() => {
    latest.current = { isMine, open }
  })
  useEffect(() => {
    if (!asked || !latest.current.isMine(asked)) return
    useDrafts.setState({ asked: null })
    latest.current.open(asked)
  }, [asked])
}

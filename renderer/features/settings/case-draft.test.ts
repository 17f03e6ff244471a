import { describe, expect, it } from 'vitest'
import type { CaseInfo } from '../../../shared/case.ts'
import { draftOf, patchOf, problemsOf } from './case-draft.ts'

const info: CaseInfo = {
  id: '018f0000-0000-7000-8000-000000000001',
  title: 'Partnership',
  question: null,
  scale: 'icd203',
  tlp: 'CLEAR',
  cutoff: null,
  tolerance: 0.07,
  created: '2026-11-23T00:00:00Z',
}

describe('case settings', () => {
  it('shows the tolerance in per cent and reads it back', () => {
    expect(draftOf(info).tolerance).toBe('7')
    expect(patchOf({ ...draftOf(info), tolerance: '12,5 %' }, info)).toEqual({ tolerance: 0.125 })
  })

  it('changes only what was changed', () => {
    expect(patchOf(draftOf(info), info)).toEqual({})
    expect(patchOf({ ...draftOf(info), scale: 'phia', cutoff: '2024-11~' }, info)).toEqual({
      scale: 'phia',
      cutoff: '2024-11~',
    })
  })

  it('says what cannot be saved', () => {
    expect(problemsOf(draftOf(info))).toEqual({})
    const problems = problemsOf({ ...draftOf(info), title: ' ', cutoff: '11/2024', tolerance: '120' })
    expect(Object.keys(problems)).toEqual(['title', 'cutoff', 'tolerance'])
  })
})

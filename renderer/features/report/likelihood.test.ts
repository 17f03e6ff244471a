import { describe, expect, it } from 'vitest'
import { checkPercent } from './likelihood.ts'

describe('checkPercent', () => {
  it('takes a figure that fits its term', () => {
    expect(checkPercent('icd203', 'likely', '65 %')).toEqual({ percent: 65, problem: null, suggested: null })
    expect(checkPercent('icd203', 'likely', '')).toEqual({ percent: null, problem: null, suggested: null })
  })

  it('names the term that a figure falls under; a bound that touches belongs to the upper term', () => {
    expect(checkPercent('icd203', null, '12,5')).toEqual({ percent: 12.5, problem: null, suggested: 'very unlikely' })
    expect(checkPercent('icd203', 'likely', '80')).toMatchObject({ suggested: 'very likely' })
    expect(checkPercent('icd203', 'likely', '30').problem).toContain('“unlikely”, not “likely”')
  })

  it('says which terms lie beside a gap, and refuses the ends', () => {
    expect(checkPercent('phia', null, '22').problem).toMatch(/“highly unlikely” \(≈10–≈20\s%\) and “unlikely”/)
    expect(checkPercent('phia', null, '22').beside).toEqual(['highly unlikely', 'unlikely'])
    expect(checkPercent('icd203', null, '0.4').beside).toEqual(['almost no chance'])
    expect(checkPercent('phia', null, '30').beside).toBeUndefined()
    expect(checkPercent('phia', 'likely', '75').problem).toBeNull()
    expect(checkPercent('icd203', null, '100').percent).toBeNull()
    expect(checkPercent('icd203', null, 'many').percent).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { markExtent, needsLog, quantityMark } from './quantity-marks.ts'

const none = { low: null, high: null, best: null }

describe('how a quantity is drawn', () => {
  it.each([
    [
      '8,000: a point',
      { ...none, best: 8000, qualifier: 'exact' },
      { at: 8000, hasPoint: true, bar: null, hatch: null, arrow: null },
    ],
    [
      'about 11,000: hatching by the tolerance',
      { ...none, best: 11000, qualifier: 'about' },
      { at: 11000, hasPoint: true, bar: null, hatch: [9900, 12100], arrow: null },
    ],
    [
      '10,000–12,000: a bar and no point',
      { ...none, low: 10000, high: 12000, qualifier: 'between' },
      { at: 11000, hasPoint: false, bar: [10000, 12000], hatch: null, arrow: null },
    ],
    [
      '8,000 (7,000–9,000): a point in a bar',
      { low: 7000, high: 9000, best: 8000, qualifier: 'about' },
      { at: 8000, hasPoint: true, bar: [7000, 9000], hatch: null, arrow: null },
    ],
    [
      'at least 1,500: an arrow up',
      { ...none, low: 1500, qualifier: 'at least' },
      { at: 1500, hasPoint: false, bar: null, hatch: null, arrow: 'up' },
    ],
    [
      'up to 12,000: an arrow down',
      { ...none, high: 12000, qualifier: 'up to' },
      { at: 12000, hasPoint: false, bar: null, hatch: null, arrow: 'down' },
    ],
    [
      '0: a point at nought',
      { ...none, best: 0, qualifier: 'exact' },
      { at: 0, hasPoint: true, bar: null, hatch: null, arrow: null },
    ],
    ['dozens: nothing', { ...none, qualifier: 'dozens' }, null],
  ] as const)('%s', (_name, quantity, drawn) => {
    const mark = quantityMark(quantity, 0.1)
    if (mark?.hatch) expect(mark.hatch.map(Math.round)).toEqual(drawn?.hatch)
    expect(mark && { ...mark, hatch: mark.hatch?.map(Math.round) ?? null }).toEqual(drawn)
  })

  it('reaches as far as its bounds or its tolerance', () => {
    const mark = quantityMark({ ...none, best: 100, qualifier: 'about' }, 0.2)
    expect(mark && markExtent(mark)).toEqual([80, 120])
  })
})

describe('the axis', () => {
  it.each([
    [
      'a span of 39 times is linear',
      [
        [100, 100],
        [3900, 3900],
      ],
      false,
    ],
    [
      'a span of 40 times is logarithmic',
      [
        [100, 100],
        [4000, 4000],
      ],
      true,
    ],
    [
      'nought has no place on a logarithmic one',
      [
        [0, 0],
        [4000, 4000],
      ],
      false,
    ],
    ['one figure is linear', [[1, 100_000]], false],
    ['no figure is linear', [], false],
  ] as const)('%s', (_name, extents, isLog) => {
    expect(needsLog(extents)).toBe(isLog)
  })
})

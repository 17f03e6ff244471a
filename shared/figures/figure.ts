import type { RecordRef } from '../ids.ts'
import type { SvgNode } from './node.ts'

/** A record that a picture shows: what the keyboard moves between, and what a click opens. */
export interface Mark {
  /** The value of `data-mark` on its element. */
  readonly id: string
  readonly record: RecordRef
  /** What it says, for those who cannot see it. */
  readonly label: string
  readonly x: number
  readonly y: number
}

/** The same data as a table. The first column names the row. */
export interface FigureTable {
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[]
  readonly rows: readonly FigureRow[]
}

export interface FigureRow {
  readonly cells: readonly string[]
  readonly record: Mark['record'] | null
}

/** A drawn picture. All of `body` lies in 0 … width × 0 … height. */
export interface Figure {
  readonly width: number
  readonly height: number
  readonly title: string
  /** What it shows, in a sentence or two, for those who cannot see it. */
  readonly description: string
  readonly body: readonly SvgNode[]
  readonly marks: readonly Mark[]
  readonly table: FigureTable
  /** What is left out and how to see it; where its outlines are from. */
  readonly notes: readonly string[]
  /** Where data is drawn, and what a point of it means: for a brush. */
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** How large a picture is and how it looks. */
export interface FigureFrame {
  readonly width: number
  /** At least; a picture of many bands or lanes grows beyond it. */
  readonly height: number
  readonly theme: FigureTheme
  /** Parts the names of patterns from those of another picture on the same page. */
  readonly prefix: string
}

/** The colours of a picture: the window's own, by theme. */
export interface FigureTheme {
  readonly paper: string
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly strong: string
  readonly amber: string
  readonly amberGround: string
  readonly land: string
  readonly border: string
  readonly sea: string
  /** Okabe–Ito, in the order in which they are given out; the last stands for all others. */
  readonly series: readonly string[]
  readonly other: string
}

const light: FigureTheme = {
  paper: '#ffffff',
  text: '#1c2127',
  muted: '#586374',
  line: '#dce0e5',
  strong: '#8f99a8',
  amber: '#8a4a00',
  amberGround: '#fdf0dc',
  land: '#eceef1',
  border: '#b6bec9',
  sea: '#ffffff',
  series: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#3d9bd1', '#4b4f56'],
  other: '#738091',
}

const dark: FigureTheme = {
  paper: '#252a31',
  text: '#f0f2f5',
  muted: '#abb3bf',
  line: '#3a414a',
  strong: '#738091',
  amber: '#fbb360',
  amberGround: '#3d2f1b',
  land: '#343b45',
  border: '#5f6b7c',
  sea: '#252a31',
  series: ['#4da3e0', '#f0793a', '#2cbf94', '#e39cc4', '#e69f00', '#8fd0f5', '#e5e8eb'],
  other: '#8f99a8',
}

export const figureThemes = { light, dark } as const
export type ThemeName = keyof typeof figureThemes

/** The fonts of a picture: those of a report, else the window's, else any that has Cyrillic and Hangul. */
export const figureFonts =
  '"Report Sans", "Report Sans KR", "IBM Plex Sans", "IBM Plex Sans KR", "Noto Sans", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif'

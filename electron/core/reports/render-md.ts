import type { ReportModel } from './model.ts'
export const renderMarkdown = (_m: ReportModel): string => ''

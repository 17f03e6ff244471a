import type { ReportModel } from './model.ts'
export const pdfOptions = async (_m: ReportModel): Promise<Record<string, unknown>> => ({})

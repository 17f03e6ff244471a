import type { ReportModel } from './model.ts'
export const renderDocx = async (_m: ReportModel): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array()

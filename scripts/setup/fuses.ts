import { createHash } from 'node:crypto'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/**
 * What the Electron binary itself allows, for development. A package for users differs in the lines that say so;
 * all the others are the same there. Fuses not named here (a newer Electron has more) stay as Electron ships them.
 */
export const developmentFuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // Off in a package: Playwright drives the window tests through --inspect.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  // On in a package, whose app is an archive with a known hash: here it is a folder that is built every minute.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: false,
  // Would need a snapshot file of its own beside the binary; the app has none.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The app is served from app://, so that file: needs no rights at all.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const

/** Changes with the policy: part of cache names and stamps, so that a changed policy is applied again. */
export function fusesKey(): string {
  return createHash('sha256').update(JSON.stringify(developmentFuses)).digest('hex').slice(0, 12)
}

/** Applies the policy to an Electron binary that is not running. */
export async function applyFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Apple's processors run no binary whose signature does not fit.
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    ...developmentFuses,
  })
}

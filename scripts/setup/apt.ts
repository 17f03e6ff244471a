import { execFileSync } from 'node:child_process'
import { run } from '../run.ts'
import { SetupError, diskFull, isDiskFull } from './errors.ts'
import { type Report, step } from './progress.ts'
import type { SystemNeed } from './system.ts'

const environment = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }

/** Installs Debian packages, or, without the right to, fails with the exact command. */
export async function installNeeds(needs: readonly SystemNeed[]): Promise<void> {
  if (process.getuid?.() !== 0) throw needsRoot(chooseNames(needs, aptPolicy(allNames(needs))))
  // A source that cannot be reached is no reason to stop: the install below says what is really missing.
  await step('Reading the list of system packages', () => apt(['update'], () => undefined))
  const names = chooseNames(needs, aptPolicy(allNames(needs)))
  await step(`Installing ${names.join(' ')}`, async (report) => {
    const { code, output } = await apt(['install', '--yes', '--no-install-recommends', ...names], report)
    if (code !== 0) throw installError(output, names)
  })
}

/** The name of each need that this release knows: newer ones renamed some packages (`…t64`). */
export function chooseNames(needs: readonly SystemNeed[], policy: string): string[] {
  const known = new Set(
    [...policy.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (?!\(none\))/gm)].map((match) => match[1] ?? ''),
  )
  return needs.map(({ packages }) => packages.find((name) => known.has(name)) ?? packages[0] ?? '')
}

function allNames(needs: readonly SystemNeed[]): string[] {
  return needs.flatMap((need) => need.packages)
}

function aptPolicy(names: readonly string[]): string {
  try {
    const env = { ...process.env, ...environment }
    return execFileSync('apt-cache', ['policy', ...names], { encoding: 'utf8', env })
  } catch {
    return ''
  }
}

function apt(args: readonly string[], report: Report): ReturnType<typeof run> {
  return run('apt-get', ['-o', 'APT::Status-Fd=3', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: environment,
    onStatus: (text) => reportStatus(text, report),
    // apt takes SIGINT as a wish and lets dpkg end what it has begun; anything harder leaves packages half-installed.
    stopWith: 'SIGINT',
    stopWithin: 60_000,
  })
}

// Downloading and installing each run from 0 to 100.
function reportStatus(text: string, report: Report): void {
  for (const [, phase, percent] of text.matchAll(/^(dl|pm)status:.*?:(\d+(?:\.\d+)?):/gm)) {
    report(Number(percent) / 200 + (phase === 'pm' ? 0.5 : 0))
  }
}

/** What a failed install means. */
export function installError(output: string, names: readonly string[]): SetupError {
  if (isDiskFull(output) || /(not|n't have) enough free space/i.test(output)) return diskFull('/var/cache/apt')
  const reason = /^E: (.+)$/m.exec(output)?.[1] ?? 'no reason given'
  return new SetupError(
    `System packages could not be installed: ${reason}`,
    `Try it by hand: apt-get update && ${command(names)}`,
  )
}

/** The message for a person without the right to install. */
export function needsRoot(names: readonly string[]): SetupError {
  return new SetupError(`System packages are missing: ${names.join(' ')}.`, `Run: sudo ${command(names)}`)
}

function command(names: readonly string[]): string {
  return `apt-get install --no-install-recommends ${names.join(' ')}`
}

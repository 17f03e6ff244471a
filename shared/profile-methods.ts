import { z } from 'zod'
import { command, done, nothing, query, shellCommand } from './method.ts'
import { Profile } from './profile.ts'

/** The part of the contract that is about saved ways to import. */
export const profileMethods = {
  'profiles.list': query(nothing, z.array(Profile)),
  'profiles.save': command(z.strictObject({ profile: Profile }), done),
  'profiles.remove': command(z.strictObject({ name: z.string() }), done),
  /** Asks for a profile's file and keeps it in the case; answers its name. */
  'profiles.open': shellCommand(nothing, z.string().nullable()),
  /** Asks for a place and writes the profile there; answers the file's name. */
  'profiles.export': shellCommand(z.strictObject({ name: z.string() }), z.string().nullable()),
} as const

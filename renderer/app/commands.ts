import { useLayoutEffect } from 'react'
import { create } from 'zustand'

export const commandGroups = ['Go to', 'Add', 'Selection', 'View', 'Report', 'Case', 'Edit', 'Application'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something a person can do from anywhere: the palette lists it, its shortcut runs it. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /** "Mod+Shift+N"; Mod is Ctrl, on a Mac ⌘. */
  readonly shortcut?: string
  /** True where the shortcut also works while one types in a field. */
  readonly worksInFields?: boolean
  /** Left out means always. */
  readonly isEnabled?: () => boolean
  readonly run: () => void
}

interface Registry {
  readonly commands: readonly Command[]
}

const useRegistry = create<Registry>(() => ({ commands: [] }))

/** Adds commands; answers how to take them out again. A later command of the same id stands in for the earlier. */
export function registerCommands(commands: readonly Command[]): () => void {
  useRegistry.setState((state) => ({ commands: [...state.commands, ...commands] }))
  return () =>
    useRegistry.setState((state) => ({ commands: state.commands.filter((known) => !commands.includes(known)) }))
}

/** Offers commands while a component is shown, from its first frame on; `commands` must be memoised. */
export function useCommands(commands: readonly Command[]): void {
  useLayoutEffect(() => registerCommands(commands), [commands])
}

const newestById = (commands: readonly Command[]): Command[] => [
  ...new Map(commands.map((command) => [command.id, command])).values(),
]

export const isEnabled = (command: Command): boolean => command.isEnabled?.() ?? true

/** Every command there is now. */
export const commandList = (): readonly Command[] => newestById(useRegistry.getState().commands)

/** The same for components. */
export function useCommandList(): readonly Command[] {
  return newestById(useRegistry((state) => state.commands))
}

/** Runs a command by its id, if it is there and enabled. */
export function runCommand(id: string): void {
  const command = commandList().find((known) => known.id === id)
  if (command && isEnabled(command)) command.run()
}

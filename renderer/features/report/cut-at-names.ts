/** A sentence cut before and after the first place of each name in it. */
export function cutAtNames(sentence: string, names: readonly string[]): readonly string[] {
  // “C12” is no “C1” with a 2 behind it.
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  return longestFirst.reduce<readonly string[]>(
    (parts, name) => {
      const found = parts.findIndex((part) => !names.includes(part) && part.includes(name))
      const part = parts[found]
      if (part === undefined) return parts
      const at = part.indexOf(name)
      const pieces = [part.slice(0, at), name, part.slice(at + name.length)].filter((piece) => piece !== '')
      return parts.toSpliced(found, 1, ...pieces)
    },
    [sentence],
  )
}

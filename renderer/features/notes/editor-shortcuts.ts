/** The keys of a text in Markdown, as the list of shortcuts shows them. */
export const editorShortcuts = [
  { id: 'text.link', label: 'Link to a record', shortcut: '[[' },
  { id: 'text.bold', label: 'Bold', shortcut: 'Mod+B' },
  { id: 'text.italic', label: 'Italic', shortcut: 'Mod+I' },
  { id: 'text.undo', label: 'Undo in the text', shortcut: 'Mod+Z' },
] as const

/** How the reason begins of a grade that an import brought; no person wrote it. */
export const importedFrom = 'imported from '

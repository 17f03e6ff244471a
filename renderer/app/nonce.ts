/** This window's style nonce: what makes styles at run time (the grid, the editor) must carry it. */
export const styleNonce: string = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''

/**
 * Blueprint's buttons act when Enter or Space comes up, wherever it went down: the Enter that closed a dialog would
 * press the button that gets the focus back. A key that went down elsewhere is kept from them.
 */
export function guardKeyUps(): void {
  let downOn: EventTarget | null = null
  window.addEventListener('keydown', ({ target }) => (downOn = target), { capture: true })
  window.addEventListener(
    'keyup',
    (event) => {
      const isPress = event.key === 'Enter' || event.key === ' '
      if (isPress && event.target !== downOn) event.stopPropagation()
    },
    { capture: true },
  )
}

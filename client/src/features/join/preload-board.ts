/** Fetches the board's code while the person types her name, so that the board opens at once. */
export function preloadBoard(): void {
  void import('../board/index.ts').then(({ preloadCanvas }) => preloadCanvas())
}

/** Browsers ask, in words of their own, before the page is closed or loaded anew; Back between our pages is not asked about. */
export function askBeforeLeaving(question: string | null): void {
  window.onbeforeunload = question === null ? null : (event) => event.preventDefault();
}

/** Browsers reload the whole page when it is pulled; the header has a way to refresh (`PageHeader`). */
export function usePullToRefresh(_refresh: (() => Promise<unknown>) | undefined): void {}

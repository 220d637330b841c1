/** Calls `ready` with the way to restart once a newer version has been downloaded. A browser loads the newest itself. */
export const onUpdateReady = (_ready: (restart: () => void) => void): void => undefined;

/** Shows a downloaded PDF (`path` from `download`). False when a pop-up blocker stopped it. */
export const openPdf = async (path: string): Promise<boolean> => window.open(path, '_blank') !== null;

/** Whether the device has a network at all; it says nothing about the server. */
export const isOnline = async (): Promise<boolean> => navigator.onLine;

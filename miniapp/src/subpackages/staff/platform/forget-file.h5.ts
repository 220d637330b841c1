/** An <img> that is being replaced may still be reading: taken away at once, the browser reports a lost file. */
const LAST_READER_MS = 30_000;

/** Lets go of a downloaded file: a day at the desk is hundreds of photographs of identity cards. */
export const forgetFile = (path: string): void => {
  setTimeout(() => URL.revokeObjectURL(path), LAST_READER_MS);
};

/** Lets go of a downloaded file: a day at the desk is hundreds of photographs of identity cards. */
export const forgetFile = (path: string): void => URL.revokeObjectURL(path);

/** A browser saves a file without another tap. */
export const savesAtOnce = true;

/** Hands a downloaded file (`path` from `download`) to the person. False when they thought better of it. */
export const saveFile = async (path: string, fileName: string): Promise<boolean> => {
  const link = Object.assign(document.createElement('a'), { href: path, download: fileName });
  link.click();
  return true;
};

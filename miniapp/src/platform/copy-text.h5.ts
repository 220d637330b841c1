export const saysCopied = false;

/** Puts a text where it can be pasted from. False when the browser or the person refused. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    // Absent where the page did not come over https.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

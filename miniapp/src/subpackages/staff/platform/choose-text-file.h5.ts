/** Lets the person pick a file and reads it as text; null when they thought better of it or it is too large. */
export const chooseTextFile = (extensions: string, maxBytes: number): Promise<string | null> =>
  new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: extensions });
    input.style.display = 'none';
    const finish = async (file: File | null) => {
      input.remove();
      resolve(file && file.size <= maxBytes ? await file.text() : null);
    };
    input.addEventListener('change', () => void finish(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => void finish(null));
    document.body.appendChild(input);
    input.click();
  });

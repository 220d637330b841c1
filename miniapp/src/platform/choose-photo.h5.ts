import type { PhotoChoice, PhotoSource } from './chosen-photo';

const pickFile = (source: PhotoSource): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,image/bmp';
    if (source === 'camera') {
      input.setAttribute('capture', 'environment');
    }
    input.style.display = 'none';
    const finish = (file: File | null) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => finish(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => finish(null));
    document.body.appendChild(input);
    input.click();
  });

/** Lets the person take or pick one picture. Never throws. */
export async function choosePhoto(source: PhotoSource): Promise<PhotoChoice> {
  const file = await pickFile(source);
  if (!file) {
    return { kind: 'cancelled' };
  }
  const path = URL.createObjectURL(file);
  return { kind: 'chosen', photo: { path, size: file.size, fileName: file.name, blob: file } };
}

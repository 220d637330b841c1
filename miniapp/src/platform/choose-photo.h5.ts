import type { ChosenPhoto, PhotoChoice, PhotoSource } from './chosen-photo';

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

const measure = (path: string): Promise<{ width: number; height: number } | null> =>
  new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => resolve(null);
    image.src = path;
  });

/** Lets the person take or pick one picture. Never throws. */
export async function choosePhoto(source: PhotoSource): Promise<PhotoChoice> {
  const file = await pickFile(source);
  if (!file) {
    return { kind: 'cancelled' };
  }
  const path = URL.createObjectURL(file);
  const size = await measure(path);
  if (!size) {
    URL.revokeObjectURL(path);
    return { kind: 'unreadable' };
  }
  const photo: ChosenPhoto = { path, size: file.size, fileName: file.name, blob: file, ...size };
  return { kind: 'chosen', photo };
}

/** What WeChat calls the app's own folder. */
export const USER_DATA_PATH = 'wxfile://usr';

/** The phone's files that the app may see, in memory. Temporary ones go when the app is killed. */
export interface FileStore {
  /** Keeps bytes as a temporary file and answers its path. */
  addTemporary(bytes: Buffer, extension: string): string;
  read(path: string): Buffer | null;
  write(path: string, bytes: Buffer): void;
  /** False when there is no such file. */
  remove(path: string): boolean;
  list(): string[];
  forgetTemporary(): void;
}

/** `alikeNames`: WeChat on a Mac gives temporary files of a kind the same name, so that the next one takes the place of the last. */
export function createFileStore({ alikeNames = false } = {}): FileStore {
  const files = new Map<string, Buffer>();
  let last = 0;
  return {
    addTemporary(bytes, extension) {
      last = alikeNames ? 0 : last + 1;
      const path = `wxfile://tmp_${String(last).padStart(8, '0')}${extension ? `.${extension}` : ''}`;
      files.set(path, bytes);
      return path;
    },
    read: (path) => files.get(path) ?? null,
    write: (path, bytes) => files.set(path, bytes),
    remove: (path) => files.delete(path),
    list: () => [...files.keys()],
    forgetTemporary() {
      for (const path of files.keys()) if (path.startsWith('wxfile://tmp_')) files.delete(path);
    },
  };
}

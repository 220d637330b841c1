import { type Bag, bagOf, type Callable, textOf } from '../bag';
import { USER_DATA_PATH } from '../phone/file-store';
import { NotInHost } from '../refusal';
import { extensionOf } from './multipart-body';
import type { WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethod, asyncMethods, syncMethod, type WxMethods } from './wx-method';

/** Documented of the files that stay: 200 MB together. */
const MOST_KEPT_BYTES = 200 * 1024 * 1024;
const DOCUMENTS = new Set(['doc', 'xls', 'ppt', 'pdf', 'docx', 'xlsx', 'pptx']);

/** File methods by name, each used for the method with callbacks and for `…Sync`. */
function fileWorks(context: WxContext): Record<string, (options: Bag) => unknown> {
  const { files } = context.phone;
  const existing = (path: string): Buffer => {
    const bytes = files.read(path);
    if (!bytes) throw new WxFailure(`no such file or directory, open "${path}"`, { errno: 1300002 });
    return bytes;
  };
  const writable = (path: string): string => {
    if (!path.startsWith(`${USER_DATA_PATH}/`))
      throw new WxFailure(`permission denied, open "${path}"`, { errno: 1300013 });
    return path;
  };
  const write = (path: string, bytes: Buffer) => {
    const others = files.list().filter((other) => other.startsWith(`${USER_DATA_PATH}/`) && other !== path);
    const kept = others.reduce((sum, other) => sum + (files.read(other)?.length ?? 0), bytes.length);
    if (kept > MOST_KEPT_BYTES)
      throw new WxFailure('the maximum size of the file storage limit is exceeded', { errno: 1300202 });
    files.write(path, bytes);
  };
  const bytesOf = (data: unknown, encoding: unknown): Buffer =>
    typeof data === 'string'
      ? Buffer.from(data, (textOf(encoding) || 'utf8') as BufferEncoding)
      : Buffer.from(data as ArrayBuffer);
  return {
    access: ({ path }) => void existing(textOf(path)),
    getFileInfo: ({ filePath }) => ({ size: existing(textOf(filePath)).length }),
    // Documented: position and length in bytes, a part that goes beyond the end is refused.
    readFile({ filePath, encoding, position, length }) {
      const whole = existing(textOf(filePath));
      const from = Number(position ?? 0);
      const to = length === undefined ? whole.length : from + Number(length);
      if (from < 0 || to > whole.length || to <= from)
        throw new WxFailure('the value of "length" is out of range', { errno: 1300066 });
      const bytes = whole.subarray(from, to);
      return { data: encoding ? bytes.toString(textOf(encoding) as BufferEncoding) : new Uint8Array(bytes).buffer };
    },
    writeFile: ({ filePath, data, encoding }) => write(writable(textOf(filePath)), bytesOf(data, encoding)),
    copyFile: ({ srcPath, destPath }) => write(writable(textOf(destPath)), existing(textOf(srcPath))),
    saveFile({ tempFilePath, filePath }) {
      const bytes = existing(textOf(tempFilePath));
      const saved =
        textOf(filePath) || `${USER_DATA_PATH}/saved_${files.list().length}.${extensionOf(textOf(tempFilePath))}`;
      write(writable(saved), bytes);
      files.remove(textOf(tempFilePath));
      return { savedFilePath: saved };
    },
    // Documented: the names in a folder; the app has its own one here, without folders in it.
    readdir({ dirPath }) {
      const folder = textOf(dirPath).replace(/\/$/, '');
      if (folder !== USER_DATA_PATH) throw new WxFailure(`no such file or directory "${folder}"`, { errno: 1300002 });
      const own = files.list().filter((path) => path.startsWith(`${folder}/`));
      return { files: own.map((path) => path.slice(folder.length + 1)) };
    },
    unlink({ filePath }) {
      existing(textOf(filePath));
      files.remove(textOf(filePath));
    },
  };
}

/** Positional arguments of the Sync methods. */
const SYNC: Record<string, { readonly names: readonly string[]; readonly answer?: string }> = {
  accessSync: { names: ['path'] },
  readFileSync: { names: ['filePath', 'encoding'], answer: 'data' },
  writeFileSync: { names: ['filePath', 'data', 'encoding'] },
  copyFileSync: { names: ['srcPath', 'destPath'] },
  saveFileSync: { names: ['tempFilePath', 'filePath'], answer: 'savedFilePath' },
  unlinkSync: { names: ['filePath'] },
  readdirSync: { names: ['dirPath'], answer: 'files' },
};

export function fileMethods(context: WxContext): WxMethods {
  const works = fileWorks(context);
  const manager: Record<string, Callable> = {};
  for (const [name, work] of Object.entries(works)) {
    manager[name] = asyncMethod(context, name, work);
  }
  for (const [name, { names, answer }] of Object.entries(SYNC)) {
    const work = works[name.replace(/Sync$/, '')];
    manager[name] = syncMethod(context, name, (...values) => {
      const result = work?.(Object.fromEntries(names.map((key, index) => [key, values[index]])));
      return answer ? bagOf(result)[answer] : undefined;
    });
  }
  const guarded = new Proxy(manager, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && name !== 'then' && name !== 'toJSON') {
        throw new NotInHost(`FileSystemManager.${name}`);
      }
      return target[name as string];
    },
  });
  return {
    getFileSystemManager: () => guarded,
    ...asyncMethods(context, {
      openDocument(options) {
        const path = requireText(options, 'filePath');
        const type = textOf(options.fileType) || extensionOf(path);
        const bytes = context.phone.files.read(path);
        if (!bytes) throw new WxFailure("file doesn't exist");
        if (!DOCUMENTS.has(type)) throw new WxFailure('filetype not supported');
        context.phone.acts.push({ kind: 'openDocument', detail: { path, type, size: bytes.length } });
      },
    }),
  };
}

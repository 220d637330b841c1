import * as v from 'valibot';

const appSchema = v.object({
  subPackages: v.optional(v.array(v.object({ root: v.string() })), []),
  subpackages: v.optional(v.array(v.object({ root: v.string() })), []),
});

/** A file of the built mini-program: its path below the build's folder, with forward slashes. */
export interface BuiltFile {
  readonly path: string;
  readonly bytes: number;
}

export interface PackageSize {
  /** `main`, or the root of a sub-package as app.json names it. */
  readonly name: string;
  readonly bytes: number;
  /** The largest first. */
  readonly files: readonly BuiltFile[];
}

/** Our own limit; the platform's is 2 MiB a package (developers.weixin.qq.com, 分包加载). */
export const PACKAGE_LIMIT_BYTES = 500 * 1024;

const sum = (files: readonly BuiltFile[]): number => files.reduce((total, { bytes }) => total + bytes, 0);
/** Source maps and licence texts are not uploaded. */
const isUploaded = ({ path }: BuiltFile): boolean => !/\.map$|\.LICENSE\.txt$/.test(path);

/**
 * Sizes of the main package and of each sub-package in app.json.
 * @throws ValiError when `app` is not the content of an app.json
 */
export function packageSizes(app: unknown, files: readonly BuiltFile[]): PackageSize[] {
  const { subPackages, subpackages } = v.parse(appSchema, app);
  const roots = [...subPackages, ...subpackages].map(({ root }) => root.replace(/^\/|\/$/g, ''));
  const uploaded = files.filter(isUploaded).sort((one, other) => other.bytes - one.bytes);
  const rootOf = ({ path }: BuiltFile) => roots.find((root) => path.startsWith(`${root}/`));
  const size = (name: string, own: readonly BuiltFile[]): PackageSize => ({ name, bytes: sum(own), files: own });
  return [
    size(
      'main',
      uploaded.filter((file) => rootOf(file) === undefined),
    ),
    ...roots.map((root) =>
      size(
        root,
        uploaded.filter((file) => rootOf(file) === root),
      ),
    ),
  ];
}

const kibibytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`.padStart(12);

/** One line a package with its largest files below. */
export function describePackage({ name, bytes, files }: PackageSize, largest = 5): string {
  const verdict = bytes > PACKAGE_LIMIT_BYTES ? `TOO LARGE, at most${kibibytes(PACKAGE_LIMIT_BYTES)}` : 'ok';
  const lines = files.slice(0, largest).map((file) => `  ${kibibytes(file.bytes)}  ${file.path}`);
  return [`${kibibytes(bytes)}  ${name}  ${verdict}`, ...lines].join('\n');
}

import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** What an import leads to: a file of this repository, a module of node, or an installed package. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

/** Our own workspaces, by the name under which they are imported. */
const WORKSPACES: Readonly<Record<string, string>> = {
  '@acceptance/shared': 'shared',
  '@acceptance/bff': 'bff',
  '@acceptance/miniapp': 'miniapp',
};
/** The alias that the mini-program's tsconfig and bundler share. */
const MINIAPP_ALIAS = '@/';
const ENDINGS = ['', '.ts', '.tsx', '.d.ts', '.weapp.ts', '.h5.ts', '.mjs', '.cjs', '.js', '/index.ts', '/index.tsx'];

const packageNameOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** A path without ending becomes the file it means; an unknown one stays as it is (the compiler reports it). */
function fileAt(path: string, files: ReadonlySet<string>): ImportTarget {
  const ending = ENDINGS.find((candidate) => files.has(path + candidate));
  return { kind: 'file', path: ending === undefined ? path : path + ending };
}

/** Resolves `specifier` as written in `fromFile`. `files` holds every path of the repository. */
export function resolveImport(fromFile: string, specifier: string, files: ReadonlySet<string>): ImportTarget {
  if (specifier.startsWith('.')) {
    return fileAt(posix.join(posix.dirname(fromFile), specifier), files);
  }
  if (specifier.startsWith(MINIAPP_ALIAS) && fromFile.startsWith('miniapp/')) {
    return fileAt(`miniapp/src/${specifier.slice(MINIAPP_ALIAS.length)}`, files);
  }
  if (isBuiltin(specifier)) {
    return { kind: 'node', name: specifier.replace(/^node:/, '') };
  }
  const name = packageNameOf(specifier);
  const workspace = WORKSPACES[name];
  if (workspace) {
    return fileAt(specifier === name ? `${workspace}/src/index.ts` : workspace + specifier.slice(name.length), files);
  }
  return { kind: 'package', name };
}

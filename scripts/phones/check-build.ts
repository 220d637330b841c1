import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { accessibleAttributes } from '../../miniapp/config/accessible-attributes';
import type { BuiltFile, PhoneProblem } from './built-file';
import { checkLibrary, NOT_IN_WECHAT } from './check-library';
import { checkScreenReader } from './check-screen-reader';
import { checkStyles } from './check-styles';
import { checkSyntax, type Platform } from './check-syntax';
import { LIBRARY_POLYFILLS } from './minimum';
import { type Features, missingFeatures } from './missing-features';

/** What a file names and never reaches. Each with the reason, for the check cannot know it. */
const NEVER_REACHED: readonly { readonly file: RegExp; readonly name: RegExp; readonly because: string }[] = [
  {
    file: /^subpackages\/certificate\/sub-vendors\.js$/,
    name: /^Text(En|De)coder /,
    because:
      '@noble/hashes turns texts into bytes by it; our code gives it bytes, and the stories run where it is not there',
  },
];

const isNeverReached = ({ file, problem }: PhoneProblem): boolean =>
  NEVER_REACHED.some((known) => known.file.test(file) && known.name.test(problem));

const builtFiles = (folder: string): BuiltFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|wxss|css|wxml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));

/** Modules of core-js that the H5 build brings along. */
const broughtAlong = (root: string): string[] =>
  [
    ...readFileSync(join(root, 'miniapp/src/platform/older-engines.h5.ts'), 'utf8').matchAll(
      /core-js\/modules\/([\w.-]+)'/g,
    ),
  ].map(([, module = '']) => module);

/** What code of this platform must not use without asking. */
export function missingOn(platform: Platform, root: string): Features {
  if (platform === 'h5') {
    return missingFeatures(broughtAlong(root));
  }
  const missing = missingFeatures(LIBRARY_POLYFILLS);
  return { ...missing, globals: new Set([...missing.globals, ...NOT_IN_WECHAT]) };
}

/** Holds a finished build against the oldest phones that it is for. Answers what they would stumble over. */
export async function checkBuild(root: string, platform: Platform): Promise<PhoneProblem[]> {
  const files = builtFiles(join(root, 'miniapp/dist', platform));
  const missing = missingOn(platform, root);
  const problems: PhoneProblem[] = [];
  for (const file of files) {
    if (file.path.endsWith('.js')) {
      const syntax = checkSyntax(file, platform);
      problems.push(...syntax, ...(syntax.length > 0 ? [] : checkLibrary(file, missing)));
    } else if (/\.(wxss|css)$/.test(file.path)) {
      problems.push(...(await checkStyles(file)));
    } else if (file.path === 'base.wxml') {
      problems.push(...checkScreenReader(file.text, accessibleAttributes(join(root, 'miniapp/src'))));
    }
  }
  return problems.filter((problem) => !isNeverReached(problem));
}

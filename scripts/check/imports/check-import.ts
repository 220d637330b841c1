import { type Area, areaOf, isTestCode } from './area-of';
import { AREA_RULES, VENDOR_SDKS } from './area-rules';
import type { ImportStatement } from './read-imports';
import type { ImportTarget } from './resolve-import';

export interface ImportProblem {
  readonly problem: string;
  readonly instead: string;
}

const matches = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));

/** A page of the browser's build alone: there the whole mini-program is one program, whose sub-packages see each other. */
const isBetweenPackagesOfH5 = (fromPath: string, to: Area): boolean =>
  /^miniapp\/src\/subpackages\/.*\.h5\.tsx?$/.test(fromPath) && to.name.startsWith('subpackages/');

const nameOf = ({ kind, name }: Area): string => (name ? `${kind} ${name}` : kind);
const topOf = (path: string): string => path.split('/')[0] ?? '';
/** What runs at a customer's, as against what builds, starts and tests it. */
const isProduct = (path: string): boolean => /^(?:shared|bff|miniapp)\/src\//.test(path);

/** Mini-program and back end meet on the wire only; this holds for tests too. */
function acrossTheWire(fromPath: string, toPath: string): ImportProblem | null {
  const between = [topOf(fromPath), topOf(toPath)].sort().join('-');
  return between === 'bff-miniapp'
    ? {
        problem: `${topOf(fromPath)} imports ${toPath}`,
        instead: 'mini-program and back end share only what is in shared/ and meet over HTTP',
      }
    : null;
}

function checkPackage(from: Area, name: string): ImportProblem | null {
  const { packages, instead } = AREA_RULES[from.kind];
  const isAllowed = packages ? matches(name, packages) : !matches(name, VENDOR_SDKS);
  return isAllowed ? null : { problem: `${nameOf(from)} imports the package ${name}`, instead };
}

function checkFile(fromPath: string, toPath: string, statement: ImportStatement): ImportProblem | null {
  const from = areaOf(fromPath);
  const to = areaOf(toPath);
  if (isProduct(fromPath) && isTestCode(toPath)) {
    return { problem: `production code imports ${toPath}`, instead: 'move what both need out of the test code' };
  }
  if ((from.kind === to.kind && from.name === to.name) || isBetweenPackagesOfH5(fromPath, to)) {
    return null;
  }
  const rule = AREA_RULES[from.kind];
  const isAllowed =
    rule.mayImport.includes(to.kind) || (statement.typeOnly && (rule.mayImportTypes ?? []).includes(to.kind));
  const usesModule = to.kind === 'bff-module' && (from.kind === 'bff-module' || isAllowed);
  if (usesModule) {
    const isIndex = toPath === `bff/src/modules/${to.name}/index.ts`;
    return isIndex || from.kind === 'bff-wiring' || from.kind === 'script' || from.kind === 'test'
      ? null
      : { problem: `${nameOf(from)} imports the inside of ${nameOf(to)}`, instead: rule.instead };
  }
  if (!isAllowed) {
    const typesHint = rule.mayImportTypes?.includes(to.kind) ? ' as a value (types are fine)' : '';
    return { problem: `${nameOf(from)} imports ${nameOf(to)}${typesHint}: ${toPath}`, instead: rule.instead };
  }
  const goesAroundTheIndex = to.kind === 'shared' && statement.specifier !== '@acceptance/shared';
  return goesAroundTheIndex
    ? {
        problem: `${nameOf(from)} reaches into shared: ${statement.specifier}`,
        instead: "import from '@acceptance/shared' and export what is missing from shared/src/index.ts",
      }
    : null;
}

/** The rule that an import breaks, or null. `target` is null for an import whose name is computed. */
export function checkImport(
  fromPath: string,
  statement: ImportStatement,
  target: ImportTarget | null,
): ImportProblem | null {
  const from = areaOf(fromPath);
  const wire = target?.kind === 'file' ? acrossTheWire(fromPath, target.path) : null;
  if (wire || isTestCode(fromPath)) {
    return wire;
  }
  if (target === null) {
    return isProduct(fromPath)
      ? { problem: 'an import whose name is computed', instead: 'write the name out, so that it can be checked' }
      : null;
  }
  if (target.kind === 'node') {
    const { node, instead } = AREA_RULES[from.kind];
    return node ? null : { problem: `${nameOf(from)} imports node:${target.name}`, instead };
  }
  return target.kind === 'package' ? checkPackage(from, target.name) : checkFile(fromPath, target.path, statement);
}

import type { ProjectFile } from '../project-files';
import type { Violation } from '../violation';
import { areaOf, isTestCode } from './area-of';
import { checkImport } from './check-import';
import { findCycles } from './find-cycles';
import { type ImportStatement, readImports } from './read-imports';
import { type ImportTarget, resolveImport } from './resolve-import';

const SOURCE = /\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

interface ResolvedImport extends ImportStatement {
  readonly from: string;
  readonly target: ImportTarget | null;
}

/** Where two names lean on each other there is a cycle; the first import that takes part in it is reported. */
function cycleViolations(
  imports: readonly ResolvedImport[],
  nodeOf: (path: string) => string | null,
  instead: string,
): Violation[] {
  const graph = new Map<string, Set<string>>();
  const edges: { from: string; to: string; file: string; line: number }[] = [];
  for (const { from: file, target, line } of imports) {
    const from = nodeOf(file);
    const to = target?.kind === 'file' ? nodeOf(target.path) : null;
    if (from && to && from !== to) {
      graph.set(from, (graph.get(from) ?? new Set()).add(to));
      edges.push({ from, to, file, line });
    }
  }
  return findCycles(graph).flatMap((group) => {
    const edge = edges.find(({ from, to }) => group.includes(from) && group.includes(to));
    return edge ? [{ file: edge.file, line: edge.line, problem: `a cycle: ${group.join(' ↔ ')}`, instead }] : [];
  });
}

const moduleOf = (path: string): string | null => {
  const { kind, name } = areaOf(path);
  return kind === 'bff-module' ? name : null;
};
const sharedFileOf = (path: string): string | null => (areaOf(path).kind === 'shared' ? path : null);

/** The packages that are asked for in one of our package.json files: others are there by chance, and gone when their parent drops them. */
function declaredPackages(files: readonly ProjectFile[]): Set<string> {
  const manifests = files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path));
  return new Set(
    manifests.flatMap(({ text }) => {
      const { dependencies, devDependencies }: Partial<Record<string, object>> = JSON.parse(text ?? '{}');
      return Object.keys({ ...dependencies, ...devDependencies });
    }),
  );
}

/** Every import of the project against the rules of its area, and cycles where there may be none. */
export function checkImports(files: readonly ProjectFile[]): Violation[] {
  const paths = new Set(files.map(({ path }) => path));
  const imports: ResolvedImport[] = files
    .filter(({ path }) => SOURCE.test(path))
    .flatMap(({ path, text }) =>
      readImports(path, text ?? '').map((statement) => ({
        ...statement,
        from: path,
        target: statement.specifier === null ? null : resolveImport(path, statement.specifier, paths),
      })),
    );
  const broken = imports.flatMap((statement): Violation[] => {
    const problem = checkImport(statement.from, statement, statement.target);
    return problem ? [{ file: statement.from, line: statement.line, ...problem }] : [];
  });
  const declared = declaredPackages(files);
  const undeclared = imports.flatMap(({ from, line, target, typeOnly }): Violation[] =>
    // A name that begins with a slash is a path on the server that a page comes from.
    target?.kind === 'package' &&
    target.name !== '' &&
    !declared.has(target.name) &&
    !(typeOnly && declared.has(`@types/${target.name}`))
      ? [
          {
            file: from,
            line,
            problem: `imports the package ${target.name}, which no package.json of ours asks for`,
            instead: `npm install ${target.name} in the workspace that uses it, with --save-dev where it is not shipped`,
          },
        ]
      : [],
  );
  const production = imports.filter(({ from }) => !isTestCode(from));
  return [
    ...broken,
    ...undeclared,
    ...cycleViolations(production, moduleOf, 'let one module know the other only through what container.ts passes in'),
    ...cycleViolations(production, sharedFileOf, 'move what both files need into a third'),
  ];
}

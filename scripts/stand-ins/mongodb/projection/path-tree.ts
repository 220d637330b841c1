import { MongodbError } from '../errors/mongodb-error';

/** Dotted paths as a tree: `whole` where a path ends. */
export type PathTree = Map<string, PathTree | 'whole'>;

/** Throws when one path is the beginning of another ("path collision"). */
export function mergePaths(paths: readonly string[]): PathTree {
  const root: PathTree = new Map();
  for (const path of paths) addPath(root, path);
  return root;
}

function addPath(root: PathTree, path: string): void {
  const segments = path.split('.');
  const last = segments.pop() as string;
  let node = root;
  for (const segment of segments) {
    const next = node.get(segment) ?? new Map();
    if (next === 'whole') throw collision(path);
    node.set(segment, next);
    node = next;
  }
  if (node.has(last)) throw collision(path);
  node.set(last, 'whole');
}

function collision(path: string): MongodbError {
  return new MongodbError('BadValue', `Path collision at ${path}`);
}

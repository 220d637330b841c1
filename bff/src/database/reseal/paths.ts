const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What is stored at a path, with `*` for every place of an array: each concrete path and its value, absent ones left out. */
export function valuesAt(document: unknown, path: string): [path: string, value: unknown][] {
  const steps = path.split('.');
  const walk = (value: unknown, depth: number, before: readonly string[]): [string, unknown][] => {
    const step = steps[depth];
    if (step === undefined) {
      return value === undefined || value === null ? [] : [[before.join('.'), value]];
    }
    if (step === '*') {
      return Array.isArray(value)
        ? value.flatMap((item, index) => walk(item, depth + 1, [...before, String(index)]))
        : [];
    }
    return isObject(value) ? walk(value[step], depth + 1, [...before, step]) : [];
  };
  return walk(document, 0, []);
}

/** `path` with the places that `concrete`, which was made from `pattern`, has for its `*`. */
export function atPlacesOf(concrete: string, pattern: string, path: string): string {
  const found = concrete.split('.');
  const places = pattern.split('.').flatMap((step, index) => (step === '*' ? (found[index] ?? []) : []));
  return path
    .split('.')
    .map((step) => (step === '*' ? (places.shift() ?? step) : step))
    .join('.');
}

/** The part of a path that a projection can name. */
export const projectable = (path: string): string => path.split('.*')[0] ?? path;

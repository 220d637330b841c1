const taroShared = require('@tarojs/shared');

const TABLE = /@tarojs[\\/]shared[\\/]dist[\\/]components\.js$/;
const MERGE = /^mergeInternalComponents\(components\);$/m;

/** Events have no number. */
const numbered = (attributes) =>
  Object.fromEntries(Object.keys(attributes).flatMap((name) => (name.startsWith('bind') ? [] : [[name, '']])));

const written = (value) =>
  value instanceof Set
    ? `new Set(${JSON.stringify([...value])})`
    : value instanceof Map
      ? `new Map(${JSON.stringify([...value])})`
      : typeof value === 'function'
        ? String(value)
        : JSON.stringify(value);

/**
 * A loader for Taro's table of all components, and for what its platform adds to it: the runtime gets what is left in the
 * templates (lean-templates.ts). It numbers both by their names, so that the two have to be alike.
 */
module.exports = function runtimeComponents(source) {
  if (!TABLE.test(this.resourcePath)) {
    if (!MERGE.test(source)) {
      throw new Error(`${this.resourcePath} adds its components in another way than Taro 4.2.1`);
    }
    return source.replace(MERGE, '');
  }
  const left = this.getOptions().components;
  const table = Object.fromEntries(Object.entries(left).map(([name, attributes]) => [name, numbered(attributes)]));
  const names = [...source.matchAll(/^export \{ (.+) \};$/gm)].flatMap(([, list]) => list.split(', '));
  return names
    .map((name) => `export const ${name} = ${written(name === 'internalComponents' ? table : taroShared[name])};`)
    .join('\n');
};

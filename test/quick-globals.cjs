const { setFlagsFromString } = require('node:v8');
const { runInContext, runInNewContext } = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

// Threads of the product are started after this and need no such room as the tests around them are given: half a dozen of them
// took a tenth of a worker's memory for what they had let go of.
setFlagsFromString('--max-semi-space-size=4');

/** What the runner and fake timers put others in place of, and what no script may declare. */
const REPLACED = new Set(['Date', 'console', 'globalThis', 'Infinity', 'NaN', 'undefined', 'eval']);
const NAMES = [
  ...runInNewContext('Object.getOwnPropertyNames(globalThis)'),
  'Buffer',
  'process',
  'URL',
  'URLSearchParams',
].filter((name) => !REPLACED.has(name));

/**
 * Node's environment, in which globals are found quickly: each `Array` or `Buffer` in a module is otherwise asked of the sandbox, which
 * is a Proxy behind an interceptor of V8's, and that was a third of all work of the suites. What a script declares is found before.
 */
module.exports = class QuickGlobals extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    runInContext(`const ${NAMES.map((name) => `${name} = this.${name}`).join(', ')};`, this.context);
  }
};

/**
 * A loader for libraries that look for the platform in `globalThis`: WeChat's modules see that name without a value, and
 * the library's first line throws. They find here what the platform has.
 */
module.exports = (source) => `var globalThis = { wx: wx };\n${source}`;

// The suites as `npm test` runs them: in groups (scripts/test/write-test-groups.ts), so that a worker loads what many files share
// once and its compiled code stays warm. A single file is run by jest.config.cjs.
const { projects, ...config } = require('./jest.config.cjs');

module.exports = {
  ...config,
  // Contexts of former groups are not all collected: a worker that has grown begins anew after its group.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/side-by-side.cjs',
  projects: projects.map((project) => ({
    ...project,
    roots: [`<rootDir>/.cache/test-groups/${project.displayName}`],
    testPathIgnorePatterns: ['/node_modules/'],
    modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/(miniapp|bff)/\\.cache/'],
  })),
};

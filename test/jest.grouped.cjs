// The suites as `npm test` runs them: in groups (scripts/test/write-test-groups.ts), so that a worker loads what many files share
// once and its compiled code stays warm. A single file is run by jest.config.cjs.
const { projects, ...config } = require('./jest.config.cjs');

module.exports = {
  ...config,
  // Each group in a process of its own. What jest looks at is what the heap uses, a third of the process at most: the rest, which native
  // code and ended threads have left behind, grew from group to group to 2.7 GB under a limit of 1 GB.
  workerIdleMemoryLimit: '64MB',
  testSequencer: '<rootDir>/test/side-by-side.cjs',
  projects: projects.map((project) => ({
    ...project,
    roots: [`<rootDir>/.cache/test-groups/${project.displayName}`],
    testPathIgnorePatterns: ['/node_modules/'],
    modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/(miniapp|bff)/\\.cache/'],
  })),
};

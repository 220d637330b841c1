// One configuration, three suites; `jest --selectProjects unit|integration|e2e`.
const root = require('node:path').resolve(__dirname, '..');

const transform = {
  '^.+\\.(t|j|mj)sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};
const suite = (displayName, roots) => ({
  displayName,
  rootDir: root,
  roots: roots.map((root) => `<rootDir>/${root}`),
  // Who names a server is told once when it does not answer, not by each file.
  ...(process.env.MONGODB_URI && { globalSetup: '<rootDir>/scripts/database/reach-given-server.ts' }),
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: '<rootDir>/test/quick-globals.cjs',
  transform,
  // Packages that ship ECMAScript modules only must be transformed too.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|@scure)/)'],
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts', '<rootDir>/test/support/end-of-file.ts'],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.cache/'],
});

module.exports = {
  rootDir: root,
  projects: [
    {
      ...suite('unit', ['shared/src', 'bff/src', 'miniapp/src', 'scripts', 'test/attacks', 'test/promises']),
      // Systems of the other suites have authorities of the day, whose keys must be nobody else's.
      moduleNameMapper: { '/generate-rsa-key-pair$': '<rootDir>/test/support/pooled-key-pairs.ts' },
    },
    suite('integration', ['test/integration', 'test/support']),
    // Where AUTOMATOR_WS names a mini-program that somebody else runs, only what WeChat's own protocol can do.
    {
      ...suite('e2e', ['test/e2e']),
      testPathIgnorePatterns: [
        '/node_modules/',
        ...(process.env.AUTOMATOR_WS ? ['/weapp/host/', '/weapp/host-only/'] : []),
      ],
    },
  ],
};

// `npm run test:faults`: storms, kills and hanging remotes. Minutes long and on the real clock, so no part of `npm test`.
const { projects } = require('./jest.config.cjs');

const integration = projects.find(({ displayName }) => displayName === 'integration');
module.exports = { ...integration, displayName: 'faults', roots: ['<rootDir>/test/faults'] };

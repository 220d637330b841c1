// The stories that e2e/weapp/host-only/foreign-phone.test.ts tells in a process of their own: in the one group that it writes.
const { projects, ...config } = require('./jest.grouped.cjs');

const stories = projects.find(({ displayName }) => displayName === 'e2e');
module.exports = { ...config, projects: [{ ...stories, roots: ['<rootDir>/.cache/test-groups/foreign-phone'] }] };

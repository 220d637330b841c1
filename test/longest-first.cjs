const { default: Sequencer } = require('@jest/test-sequencer');

const SUITES = ['e2e', 'integration', 'unit'];
const rank = ({ context }) => SUITES.indexOf(context.config.displayName.name);

/** Groups of stories take longest and those of unit tests least: the short ones fill up the end. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
};

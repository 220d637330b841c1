const { default: Sequencer } = require('@jest/test-sequencer');

const suiteOf = ({ context }) => context.config.displayName.name;

/**
 * Groups of stories wait for browsers and phones half of their time, those of the integration suite seldom: by turns they keep the cores
 * busy together. Those of unit tests take least and fill up the end.
 */
module.exports = class SideBySide extends Sequencer {
  sort(tests) {
    const groups = [...tests].sort((a, b) => a.path.localeCompare(b.path));
    const of = (suite) => groups.filter((group) => suiteOf(group) === suite);
    const [stories, calls] = [of('e2e'), of('integration')];
    const turns = Array.from({ length: Math.max(stories.length, calls.length) }, (_, turn) => [
      stories[turn],
      calls[turn],
    ]);
    return [...turns.flat().filter((group) => group !== undefined), ...of('unit')];
  }
};

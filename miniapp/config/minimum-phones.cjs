const { getBrowsersList } = require('miniprogram-compat');

/** The oldest base library (基础库) and the oldest iOS that the mini-program runs on; README.md says why these. */
const MINIMUM = { library: '2.32.3', ios: 14 };

/** WeChat's own table of the engines of that library, without the iOS that lacks BigInt. */
const MINIMUM_ENGINES = getBrowsersList(MINIMUM.library).map((engine) =>
  engine.startsWith('ios ') ? `ios ${Math.max(MINIMUM.ios, Number(engine.slice(4)))}` : engine,
);

module.exports = { MINIMUM, MINIMUM_ENGINES };

// Records every life cycle of a page in the app's list.
const NAMES = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload', 'onReachBottom', 'onPullDownRefresh', 'onResize'];
module.exports = (name, page) => {
  for (const life of NAMES) {
    const own = page[life];
    page[life] = function (...args) {
      getApp().calls.push(`${name}.${life}`);
      return own?.apply(this, args);
    };
  }
  return page;
};

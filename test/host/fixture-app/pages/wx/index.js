// Calls what a test has left in globalData, as the handler of a tap does.
Page(
  require('../../life')('wx', {
    callInTap() {
      const { name, options } = getApp().toCall;
      wx[name](options);
    },
  }),
);

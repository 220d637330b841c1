/* Runs before all other code, on phones that may not read another line of it: ES5, and no method of wx without asking. */
(function () {
  var minimum = '__MINIMUM_LIBRARY__';

  function isOlder(version, than) {
    var have = String(version || '0').split('.');
    var want = than.split('.');
    var i = 0;
    while (i < want.length && parseInt(have[i] || '0', 10) === parseInt(want[i], 10)) i += 1;
    return i < want.length && parseInt(have[i] || '0', 10) < parseInt(want[i], 10);
  }

  var facts = wx.getAppBaseInfo ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
  var oldWeChat = {
    title: '请更新微信',
    content: '您的微信版本较旧，不能办理本业务。请更新微信，然后重新进入。',
    confirmText: wx.updateWeChatApp ? '去更新' : '知道了',
    showCancel: false,
    success: function () {
      if (wx.updateWeChatApp) wx.updateWeChatApp();
    },
  };
  /* iOS has BigInt, which the certificates need, from 14 on; each iPhone that runs 13 can be updated. */
  var oldSystem = {
    title: '请更新手机系统',
    content: '这部手机的系统版本较旧，不能办理本业务。请在手机的“设置”里更新系统，然后重新进入。',
    confirmText: '知道了',
    showCancel: false,
  };
  var words = isOlder(facts.SDKVersion, minimum) ? oldWeChat : typeof BigInt === 'undefined' ? oldSystem : null;
  var isFirst = true;

  if (words) {
    wx.showModal(words);
    if (wx.onAppShow) {
      /* Whoever comes back without having updated is told again. */
      wx.onAppShow(function () {
        if (!isFirst) wx.showModal(words);
        isFirst = false;
      });
    }
  }
})();

App({
  calls: [],
  onLaunch(options) {
    this.calls.push(`launch ${options.path}`);
  },
  onShow() {
    this.calls.push('show');
  },
  onHide() {
    this.calls.push('hide');
  },
  onError(message) {
    this.calls.push(`error ${message}`);
  },
});

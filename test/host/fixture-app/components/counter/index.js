Component({
  properties: { start: { type: Number, value: 5 } },
  data: { value: 0, lives: [] },
  observers: {
    start(start) {
      this.setData({ value: start * 10 });
    },
  },
  lifetimes: {
    attached() {
      getApp().calls.push('counter.attached');
    },
    ready() {
      getApp().calls.push('counter.ready');
    },
    detached() {
      getApp().calls.push('counter.detached');
    },
  },
  methods: {
    add() {
      this.setData({ value: this.data.value + 1 }, () => this.triggerEvent('changed', { value: this.data.value }));
    },
  },
});

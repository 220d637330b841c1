const life = require('../../life');
Page(
  life('home', {
    data: {
      greeting: 'hello',
      big: false,
      count: 0,
      rows: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
      notes: [],
    },
    onLoad(query) {
      this.query = query;
    },
    note(event) {
      this.data.notes.push(`${event.currentTarget.dataset.who}<${event.target.dataset.who}`);
      this.setData({ notes: this.data.notes });
    },
    tapRow(event) {
      this.setData({ tapped: event.currentTarget.dataset.rowId });
    },
    counted(event) {
      this.setData({ counted: event.detail.value });
    },
    fail() {
      throw new Error('a handler failed');
    },
    onPageScroll({ scrollTop }) {
      this.scrolled = scrollTop;
    },
    globalsSeen() {
      return [
        typeof window,
        typeof document,
        typeof globalThis,
        typeof process,
        typeof fetch,
        typeof URL,
        typeof Buffer,
      ];
    },
    onShareAppMessage: () => ({ title: 'shared' }),
  }),
);

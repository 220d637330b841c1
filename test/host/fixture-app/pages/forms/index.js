Page(
  require('../../life')('forms', {
    data: {
      name: '',
      submitted: null,
      notes: [],
      picked: '',
      changes: [],
      touches: [],
      echo: '',
      kept: '',
      heard: [],
      frame: 'plain',
    },
    typed(event) {
      this.setData({ typed: event.detail.value });
      return event.detail.value.toUpperCase();
    },
    typedText(event) {
      this.setData({ text: event.detail.value });
    },
    echo(event) {
      this.setData({ echo: event.detail.value });
    },
    heard(event) {
      this.setData({ heard: this.data.heard.concat([event.detail.value]) });
    },
    changed(event) {
      this.setData({ changes: this.data.changes.concat([event.detail.value]) });
    },
    note(event) {
      this.setData({ notes: this.data.notes.concat([event.type]) });
    },
    submit(event) {
      this.setData({ submitted: event.detail.value });
    },
    reset() {
      this.setData({ submitted: null });
    },
    gotPhone(event) {
      this.setData({ phone: event.detail });
    },
    scrolled(event) {
      this.setData({ scrollTop: event.detail.scrollTop });
    },
    draw(event) {
      const [touch] = event.changedTouches;
      this.setData({ touches: this.data.touches.concat([[event.type, touch.x, touch.y, event.touches.length]]) });
    },
    drawAndExport() {
      return new Promise((resolve, reject) => {
        wx.createSelectorQuery()
          .select('#paper')
          .fields({ node: true, size: true })
          .exec(([{ node, width, height }]) => {
            node.width = width * 2;
            node.height = height * 2;
            const context = node.getContext('2d');
            context.fillStyle = '#ff0000';
            context.fillRect(0, 0, width, height * 2);
            wx.canvasToTempFilePath({ canvas: node, fileType: 'png', success: resolve, fail: reject });
          });
      });
    },
  }),
);

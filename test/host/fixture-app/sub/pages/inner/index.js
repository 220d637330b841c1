const word = require('../../word');
Page(
  require('../../../life')('inner', {
    data: { word },
    onLoad(query) {
      this.query = query;
    },
  }),
);

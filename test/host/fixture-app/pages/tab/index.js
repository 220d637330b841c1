Page(require('../../life')('tab', {}));

Page(require('../../life')('wx', {}));

module.exports = 'from the sub-package';

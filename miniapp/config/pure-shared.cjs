const path = require('node:path');

const SHARED = `${path.resolve(__dirname, '../../shared/src')}${path.sep}`;

/** What is harmless for the bundler as it stands. */
const isPlain = ({ type }) =>
  /Literal$|^Identifier$|^(Arrow)?FunctionExpression$/.test(type) && type !== 'TemplateLiteral';

/**
 * `shared` does nothing when it is loaded (design.md, rule 2), but webpack cannot know that of `v.object({ … })`: from
 * each file of which one constant is used it keeps every schema, and all that those are made of. Here each constant
 * says of itself that it may go when nobody uses it; the minifier takes the function away again.
 */
module.exports = ({ types: t }) => ({
  name: 'pure-shared',
  visitor: {
    Program: {
      enter(program, { filename }) {
        if (!filename?.startsWith(SHARED)) {
          return;
        }
        program.traverse({
          VariableDeclarator(declarator) {
            const { init } = declarator.node;
            if (!init || isPlain(init) || declarator.getFunctionParent() || declarator.scope.block.type !== 'Program') {
              return;
            }
            const value = t.callExpression(t.arrowFunctionExpression([], init), []);
            declarator.node.init = t.addComment(value, 'leading', '#__PURE__');
            declarator.skip();
          },
        });
      },
    },
  },
});

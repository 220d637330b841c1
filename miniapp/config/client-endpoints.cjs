const path = require('node:path');
const { require: requireTypeScript } = require('tsx/cjs/api');

/** What a client reads of an endpoint. Schemas, error lists and limits are for the server. */
const READ_BY_CLIENTS = ['id', 'method', 'path', 'access', 'refreshCookie'];

const DECLARATIONS = path.resolve(__dirname, '../../shared/src/contract/all-endpoints.ts');
const SHARED = '@acceptance/shared';

/** Read once a build; config/index.ts tells webpack's cache of the folder. */
let declared;
const declaredEndpoints = () => {
  declared ??= requireTypeScript(DECLARATIONS, __filename).endpoints;
  return declared;
};

const partsOf = (endpoint) =>
  Object.fromEntries(READ_BY_CLIENTS.filter((part) => part in endpoint).map((part) => [part, endpoint[part]]));

/**
 * Puts each endpoint where it is called, `endpoints.orders.readOrder` as its method, path and who may call it. The one
 * object of all endpoints would lie in the main package, with what only the desk calls.
 */
const clientEndpoints = ({ types: t }) => {
  const nameOf = (key) => (t.isIdentifier(key) ? key.name : key.value);

  /** The properties read of what `reference` stands for: `[name, where]`, of `x.name` and `const { name } = x`. */
  function readsOf(reference) {
    const { parentPath } = reference;
    if (parentPath.isMemberExpression({ object: reference.node, computed: false })) {
      return [{ name: parentPath.node.property.name, uses: [parentPath] }];
    }
    if (parentPath.isVariableDeclarator({ init: reference.node }) && t.isObjectPattern(parentPath.node.id)) {
      const reads = parentPath.node.id.properties.map(({ key, value }) => ({
        name: nameOf(key),
        uses: parentPath.scope.getBinding(value.name).referencePaths,
      }));
      parentPath.remove();
      return reads;
    }
    throw reference.buildCodeFrameError('Name the endpoint that is called: endpoints.area.name');
  }

  function replaceAll(program, references) {
    const placed = new Map();
    const place = (area, name) => {
      const full = `${area}.${name}`;
      if (!placed.has(full)) {
        const id = program.scope.generateUidIdentifier(name);
        const parts = partsOf(declaredEndpoints()[area][name]);
        program.unshiftContainer(
          'body',
          t.variableDeclaration('var', [t.variableDeclarator(id, t.valueToNode(parts))]),
        );
        placed.set(full, id);
      }
      return t.cloneNode(placed.get(full));
    };
    for (const area of references.flatMap(readsOf)) {
      for (const endpoint of area.uses.flatMap(readsOf)) {
        for (const use of endpoint.uses) {
          use.replaceWith(place(area.name, endpoint.name));
        }
      }
    }
  }

  return {
    name: 'client-endpoints',
    visitor: {
      Program(program) {
        const binding = program.scope.getBinding('endpoints');
        if (binding?.kind !== 'module' || binding.path.parent.source.value !== SHARED) {
          return;
        }
        const isValue = (reference) => !reference.findParent((parent) => parent.isTSType());
        replaceAll(program, binding.referencePaths.filter(isValue));
        binding.path.remove();
      },
    },
  };
};

module.exports = Object.assign(clientEndpoints, { READ_BY_CLIENTS });

/** What a client reads of an endpoint. Schemas, error lists and limits are for the server: they would be a third of the main package. */
const READ_BY_CLIENTS = ['id', 'method', 'path', 'access', 'refreshCookie'];

/** Leaves the rest out of each `defineEndpoint({ … })`; what only that rest imports is then left out by webpack. */
const clientEndpoints = () => ({
  name: 'client-endpoints',
  visitor: {
    CallExpression(path) {
      const [declaration] = path.node.arguments;
      if (path.node.callee.name !== 'defineEndpoint' || declaration?.type !== 'ObjectExpression') {
        return;
      }
      declaration.properties = declaration.properties.filter(
        (property) => property.type === 'SpreadElement' || READ_BY_CLIENTS.includes(property.key.name),
      );
    },
  },
});

module.exports = Object.assign(clientEndpoints, { READ_BY_CLIENTS });

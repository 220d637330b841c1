export { bindIdentityEndpoints } from './identity.routes';
export { type IdentityDependencies, idNumberHashOf, proveIdentity } from './verify-identity';

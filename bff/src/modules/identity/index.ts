export { bindIdentityEndpoints } from './identity.routes';
export type { IdentityDependencies } from './verify-identity';

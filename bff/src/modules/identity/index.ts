export { idNumberHashesOf, proveIdentity } from './verify-identity';

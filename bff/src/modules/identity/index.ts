export { idNumberHashOf, proveIdentity } from './verify-identity';

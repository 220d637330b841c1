export { ID_NUMBER_PURPOSE, idNumberHashesOf, proveIdentity } from './verify-identity';

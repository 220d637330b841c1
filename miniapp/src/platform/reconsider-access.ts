export { reconsiderAccess } from './reconsider-access.h5';

export { bindPublicEndpoints, type PublicSettings } from './public.routes';

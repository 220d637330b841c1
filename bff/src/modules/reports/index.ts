export { bindReportsEndpoints } from './reports.routes';

export { PageHeader } from './page-header.h5';

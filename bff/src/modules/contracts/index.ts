export { readContractPdf } from './read-contract';

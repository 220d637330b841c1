export { ownConsents } from './own-consents';
export { readContractPdf } from './read-contract';

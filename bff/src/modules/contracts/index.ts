export { readAgreedDetails } from './contract-details';
export { ownConsents } from './own-consents';
export { readContractPdf } from './read-contract';

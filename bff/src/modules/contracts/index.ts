export { readAgreedDetails } from './contract-details';
export { type ContractTextModel, keptText } from './contract-text.model';
export { ownConsents } from './own-consents';
export { readContractPdf } from './read-contract';

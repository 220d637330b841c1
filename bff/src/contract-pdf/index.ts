export { ContractPdfError, type ContractPdfErrorCode } from './contract-pdf-error';
export { createContractRenderer } from './contract-renderer';
export { buildContractTemplate, hashOfText } from './contract-template';
export type {
  ContractApplicant,
  ContractArticle,
  ContractAuthority,
  ContractDocument,
  ContractInput,
  ContractRenderer,
  ContractTemplate,
  ContractTerms,
  ContractVerification,
  InkMask,
  SigningMaterial,
} from './contract-types';
export { prepareInk } from './prepare-ink';
export { verifyContractPdf } from './verify-contract';

export { makeAuthorityLetter } from './authority-letter';
export { type AuthorityLetter, sampleLetter } from './authority-letter-text';
export { type ContractDrawer, type DrawingInput, type DrawnContract, refuseUnprintable } from './contract-drawer';
export { charactersWithoutGlyph } from './contract-fonts';
export { ContractPdfError, type ContractPdfErrorCode } from './contract-pdf-error';
export { createContractRenderer } from './contract-renderer';
export { type ContractSealer, createContractSealer } from './contract-sealer';
export { buildContractTemplate, fillTemplate, hashOfDetails, hashOfText } from './contract-template';
export type {
  ContractArticle,
  ContractAuthority,
  ContractDocument,
  ContractInput,
  ContractRenderer,
  ContractTemplate,
  ContractTemplateSource,
  ContractWords,
  InkMask,
  SigningMaterial,
} from './contract-types';
export { defaultContract } from './default-contract';
export { templatePlaceholders } from './fill-placeholders';
export { inkAsPng } from './ink-as-png';
export { withDocumentTimestamp } from './lasting/document-timestamp';
export { type ValidationData, withValidationData } from './lasting/evidence-revision';
export { makePickUpVoucher, type PickUpVoucher } from './pick-up-voucher';
export { prepareInk } from './prepare-ink';
export { missingFontPackages } from './rare-fonts';
export type { Stamp } from './signature-field';
export { createCertificateCheck, type SigningCertificateProblem } from './signing-certificate';
export { type ContractSigningKey, createSigningKey, signingKeyOfPem } from './signing-key';
export { verifyContractPdf } from './verify';

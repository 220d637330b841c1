import type { AcceptedRevision, ContractDoubt, ContractVerdict } from '../../schemas/contract-check';

/** English beside `CONTRACT_VERDICT_LABELS`. */
export const CONTRACT_VERDICT_LABELS_EN: Record<ContractVerdict, string> = {
  genuine: 'Genuine',
  changed: 'Changed after signing',
  foreign: 'Not signed by us',
};

/** English beside `CONTRACT_DOUBT_LABELS`. */
export const CONTRACT_DOUBT_LABELS_EN: Record<ContractDoubt, string> = {
  too_large: 'The file is larger than 8 MB, which no contract is.',
  too_complex: 'The file is too complex to be checked within the time allowed.',
  not_pdf: 'This is not a PDF file.',
  unreadable: 'The file is incomplete or damaged and cannot be read as a contract.',
  no_signature: 'There is no digital signature in the form of the file.',
  not_a_contract: 'The file is not signed in the way in which our contracts are.',
  byte_range: 'The digital signature does not cover what it should.',
  signature_unreadable: 'The digital signature in the file cannot be read.',
  signature_kind: 'The digital signature has another form than ours.',
  content_changed: 'The content of the file was changed after it was signed.',
  signature_wrong: 'The digital signature does not fit its certificate.',
  untrusted: 'The certificate is none of those that our contracts are signed with.',
  not_valid_then: 'The certificate was not valid at the time of signing.',
  usage: 'The certificate may not be used to sign contracts.',
  revoked: 'The certificate was revoked, and nothing shows that it signed before that.',
  appended: 'Something was appended to the file after it was signed.',
  overridden: 'Something in the file was replaced after it was signed.',
  evidence_unreadable: 'The data about the certificate that were appended after signing are not right.',
  timestamp_wrong: 'The time stamp in the file does not fit the signature.',
  timestamp_untrusted: 'The time stamp in the file is not from an authority that is trusted.',
};

/** English beside `ACCEPTED_REVISION_LABELS`. */
export const ACCEPTED_REVISION_LABELS_EN: Record<AcceptedRevision, string> = {
  revocation_data: 'data about the certificate',
  document_timestamp: 'time stamp over the document',
};

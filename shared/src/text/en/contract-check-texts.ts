import { text } from './error-text';

/** What is said of checking contracts. */
export const CONTRACT_CHECK_ERROR_TEXTS_EN = {
  'contract_checks.not_found': text(
    'This contract was not found',
    'Please compare number and code with the contract, or upload its file; if it is still not found, be careful with it',
  ),
};

/** What may be wrong with the file of a bank's statement. */
export const STATEMENT_FILE_ERRORS = [
  'bank_transfers.statement_missing',
  'bank_transfers.statement_unreadable',
  'bank_transfers.statement_too_long',
  'bank_transfers.statement_protected',
  'bank_transfers.statement_old_format',
  'bank_transfers.statement_damaged',
  'bank_transfers.statement_busy',
] as const;

export type ContractPdfErrorCode =
  | 'missing_glyph'
  | 'placeholder_unknown'
  | 'ink_unreadable'
  | 'ink_empty'
  | 'ink_too_small'
  | 'ink_not_writing'
  | 'signature_too_large'
  | 'signing_material_invalid';

/** The only error this folder throws on purpose. Messages carry no personal data: `characters` holds single characters. */
export class ContractPdfError extends Error {
  readonly code: ContractPdfErrorCode;
  readonly characters?: string[];

  constructor(code: ContractPdfErrorCode, message: string, characters?: string[]) {
    super(message);
    this.name = 'ContractPdfError';
    this.code = code;
    this.characters = characters;
  }
}

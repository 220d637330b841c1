export type ElectronicSealErrorCode =
  | 'missing_glyph'
  | 'name_empty'
  | 'name_too_long'
  | 'purpose_unfit'
  | 'code_unfit'
  | 'seal_id_unfit'
  | 'validity_unfit'
  | 'holder_certificate_unfit'
  | 'maker_unfit'
  | 'picture_unfit';

/** What making a seal throws on purpose. Messages carry no names: `characters` holds single characters. */
export class ElectronicSealError extends Error {
  readonly code: ElectronicSealErrorCode;
  readonly characters?: string[];

  constructor(code: ElectronicSealErrorCode, message: string, characters?: string[]) {
    super(message);
    this.name = 'ElectronicSealError';
    this.code = code;
    this.characters = characters;
  }
}

import * as v from 'valibot';

const text = (description: string) =>
  v.pipe(v.string('missing'), v.minLength(1, 'missing'), v.description(description));

/** Who makes electronic seals (制章者): the authority, with a certificate of its own for this. */
export const sealMakerEntries = {
  SEAL_MAKER_CHAIN_FILE: text(
    'PEM file: certificate of the electronic seal maker, then its issuers; the last one vouches for makers alone, never for customers',
  ),
  SEAL_MAKER_KEY_FILE: text('PEM file: its private key; SM2, as GB/T 38540 has it'),
  SEAL_REGION_CODE: v.pipe(
    v.string('missing'),
    v.regex(/^[1-9]\d{5}$/, 'must be 6 digits'),
    v.description('administrative region (GB/T 2260) with which the 13 digits of seals begin'),
  ),
};

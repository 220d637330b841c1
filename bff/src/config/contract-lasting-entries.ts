import * as v from 'valibot';
import type { GivenSettings } from './config-schema';

const parts = (list: string): string[] => list.split(',').filter((part) => part !== '');
const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:\/\//.test(text);
const isRewrite = (text: string): boolean => {
  const [from = '', to = '', ...more] = text.split('=');
  return more.length === 0 && isWebAddress(from) && isWebAddress(to);
};

/** Who stamps the times of contracts, and where the state of certificates is asked about. */
export const contractLastingEntries = {
  CONTRACT_TIMESTAMP_URLS: v.pipe(
    v.optional(v.string(), ''),
    v.check((list) => parts(list).every(isWebAddress), 'must be http or https addresses with commas between them'),
    v.transform(parts),
    v.description(
      'time stamping authorities (RFC 3161), asked in this order, with commas between; empty: contracts have no time stamp and say so',
    ),
  ),
  CONTRACT_STATUS_REWRITES: v.pipe(
    v.optional(v.string(), ''),
    v.check((list) => parts(list).every(isRewrite), 'must be like http://from=http://to with commas between'),
    v.transform((list) =>
      parts(list).map((rewrite) => {
        const [from = '', to = ''] = rewrite.split('=');
        return { from, to };
      }),
    ),
    v.description(
      'from=to with commas between: beginnings of the OCSP and CRL addresses in certificates, and where to ask instead; empty: as they say',
    ),
  ),
};

/** A stamp that nobody would believe is worth nothing. */
export const contractLastingProblems = (
  { CONTRACT_TIMESTAMP_URLS: urls = '' }: GivenSettings,
  { CONTRACT_TIMESTAMP_ANCHORS_FILE: anchors }: { readonly CONTRACT_TIMESTAMP_ANCHORS_FILE: string },
): string[] =>
  urls !== '' && anchors === ''
    ? ['CONTRACT_TIMESTAMP_ANCHORS_FILE: is needed beside CONTRACT_TIMESTAMP_URLS: whose stamps are believed']
    : [];

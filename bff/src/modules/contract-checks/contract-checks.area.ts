import type { AnyArea } from '../../area/define-area';
import type { FieldCipher } from '../../database/field-cipher';
import { createCheckUrls } from './check-codes';
import { bindContractChecksEndpoints } from './contract-checks.routes';

export const contractChecksArea = {
  name: 'contract-checks',
  services: ({ cipher, webOrigins }: { readonly cipher: FieldCipher; readonly webOrigins: readonly string[] }) => ({
    /** For the QR code of a contract. */
    checkUrlOf: createCheckUrls(cipher, webOrigins),
  }),
  bind: bindContractChecksEndpoints,
} satisfies AnyArea;

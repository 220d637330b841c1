import { createContractDrawer } from './contract-drawer';
import { contractFonts } from './contract-fonts';
import { createContractSealer } from './contract-sealer';
import type { ContractRenderer, ContractTemplate } from './contract-types';
import type { ContractSigningKey } from './signing-key';

/**
 * Drawer and sealer in one place. About half a second; do it before listening.
 * @throws ContractPdfError `signature_too_large`, `missing_glyph` in the configuration
 */
export async function createContractRenderer(o: {
  template: ContractTemplate;
  signing: ContractSigningKey;
  /** Leaves room for a time stamp: without it none can be put in. */
  stampable?: boolean;
}): Promise<ContractRenderer> {
  const { template, signing, stampable = false } = o;
  const sealer = createContractSealer(signing);
  const drawer = await createContractDrawer({ template, stampable });
  return {
    template,
    missingGlyphs: (text) => contractFonts().regular.missingGlyphs(text),
    async render({ stamp, ...input }) {
      const drawn = await drawer.draw(input);
      const sha256 = await sealer.seal(drawn, stampable ? stamp : undefined);
      return { pdf: drawn.pdf, sha256, pages: drawn.pages };
    },
  };
}

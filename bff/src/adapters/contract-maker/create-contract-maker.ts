import { ContractPdfError, type ContractRenderer, createContractRenderer, prepareInk } from '../../contract-pdf';
import type { ContractMaker, SignatureVerdict } from '../../ports/contract-maker';

type RendererOptions = Parameters<typeof createContractRenderer>[0];

async function verdictOn(png: Buffer): Promise<SignatureVerdict> {
  try {
    await prepareInk(png);
    return 'ok';
  } catch (error) {
    if (!(error instanceof ContractPdfError)) {
      throw error;
    }
    switch (error.code) {
      case 'ink_empty':
        return 'empty';
      case 'ink_too_small':
        return 'too-small';
      default:
        return 'unreadable';
    }
  }
}

/** The port over our own contract-pdf; fonts, template and signature skeleton are prepared once, here. */
export async function createContractMaker(options: RendererOptions): Promise<ContractMaker> {
  const renderer: ContractRenderer = await createContractRenderer(options);
  const { id, version, title, keyPoints, articles, sha256 } = renderer.template;
  return {
    text: { templateId: id, version, sha256, title, keyPoints, articles },
    missingCharacters: (text) => renderer.missingGlyphs(text),
    checkSignature: verdictOn,
    async make({ signaturePng, ...contract }) {
      const { pdf, sha256: digest } = await renderer.render({ ...contract, ink: await prepareInk(signaturePng) });
      return { pdf, sha256: digest };
    },
  };
}

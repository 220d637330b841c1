import { type PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef, PDFString } from 'pdf-lib';
import { sealDiameter } from './seal';

/**
 * Adds the signature field with the seal as its own appearance: who clicks the seal sees the signature. The document
 * is certified by it (DocMDP), so the catalog points to it as well.
 */
export function addSignatureField(
  document: PDFDocument,
  page: PDFPage,
  field: { sealRef: PDFRef; signatureRef: PDFRef; x: number; y: number },
): void {
  const { context, catalog } = document;
  const { sealRef, signatureRef, x, y } = field;
  const widgetRef = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('ContractSeal'),
      TU: PDFHexString.fromText('甲方的电子印章与数字签名'),
      V: signatureRef,
      // Print and Locked (ISO 32000-1, table 165).
      F: 132,
      Rect: [x, y, x + sealDiameter, y + sealDiameter],
      P: page.ref,
      AP: { N: sealRef },
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([widgetRef]));
  // SignaturesExist and AppendOnly (table 219).
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [widgetRef], SigFlags: 3 }));
  catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: signatureRef }));
}

import { type PDFDocument, PDFName, type PDFPage, PDFRef } from 'pdf-lib';
import { type ObjectSink, pdfText, refTo } from './object-sink';
import { sealDiameter } from './seal';

/** What readers call the field. */
export const sealInWords = '甲方的电子印章与数字签名';

/**
 * Adds the signature field with the seal as its own appearance: who clicks the seal sees the signature. The document
 * is certified by it (DocMDP), so the catalog points to it as well.
 * @returns the number of the widget
 */
export function addSignatureField(
  { catalog, context }: PDFDocument,
  sink: ObjectSink,
  page: PDFPage,
  field: { seal: number; signature: number; x: number; y: number; structKey: number },
): number {
  const { seal, signature, x, y, structKey } = field;
  const widget = sink.reserve();
  sink.put(
    widget,
    [
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (ContractSeal) /TU ${pdfText(sealInWords)}`,
      // Print and Locked (ISO 32000-1, table 165).
      `/V ${refTo(signature)} /F 132 /Rect [ ${x} ${y} ${x + sealDiameter} ${y + sealDiameter} ]`,
      `/P ${refTo(page.ref.objectNumber)} /AP << /N ${refTo(seal)} >> /StructParent ${structKey} >>`,
    ].join(' '),
  );
  const widgetRef = PDFRef.of(widget);
  page.node.set(PDFName.of('Annots'), context.obj([widgetRef]));
  // SignaturesExist and AppendOnly (table 219).
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [widgetRef], SigFlags: 3 }));
  catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: PDFRef.of(signature) }));
  return widget;
}

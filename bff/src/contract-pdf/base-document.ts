import { PDFDocument, PDFName, PDFRef, PDFString } from 'pdf-lib';
import { flowArticles } from './article-flow';
import { type Bookmark, writeBookmarks } from './bookmarks';
import { createContentWriter, type MarkedPage } from './content-writer';
import { type FileStart, fileStartOf } from './contract-file';
import type { ContractFonts } from './contract-fonts';
import type { ContractTemplate } from './contract-types';
import { articleElements, drawArticles } from './draw-articles';
import { codePointOf } from './font-face';
import { add, type ObjectSink, refTo, sinkInto, streamBody } from './object-sink';
import { bodyLeading, ink, pageHeight, pageWidth, textBottom, textTop } from './page-design';
import { createPageFont, type WritableFont } from './page-font';
import { drawEdgeSeal, drawFooter, drawHeader, drawWatermark, trialMark, writeWatermark } from './page-furniture';
import { writeSeal } from './seal';
import { sealPosition, signatureBlocksHeight } from './signature-blocks';
import { addSignatureField } from './signature-widget';
import { srgbProfile } from './srgb-profile';
import { noOwners, type Owners, structureElement, writeStructure } from './structure';

/** Numbers of objects that each contract brings itself. */
export interface OwnObjects {
  /** Content of each page between the articles and the footer. */
  readonly contents: readonly number[];
  readonly fonts: number;
  readonly ink: number;
  readonly number: number;
  readonly check: number;
  readonly signature: number;
  readonly structureRoot: number;
  readonly parentTree: number;
  readonly metadata: number;
}

/** The contract without anybody's data, and where the data goes. */
export interface BaseDocument {
  readonly start: FileStart;
  readonly root: number;
  /** Numbers of the pages' objects. */
  readonly pages: readonly number[];
  readonly own: OwnObjects;
  /** Used for the characters that they have. */
  readonly fonts: { readonly regular: WritableFont; readonly bold: WritableFont };
  /** Entries of /Font for them. */
  readonly fontEntries: string;
  /** The articles' part of the structure tree, whose parent is the contract's own element. */
  readonly articles: number;
  readonly owners: Owners;
  /** The root of the structure tree. */
  readonly tree: number;
  /** Marks that the articles take on each page. */
  readonly marks: readonly number[];
  readonly widget: number;
  /** Upper edge of the signatures, which stand on the last page. */
  readonly signatureTop: number;
}

export interface BaseDocumentOptions {
  template: ContractTemplate;
  faces: ContractFonts;
  /** How many pages stand before the articles. */
  openingPages: number;
}

const gapAboveSignatures = 18;
const gapAboveEnd = 12;
/** Below it nobody can write another article. */
const endOfText = '（以下无正文）';

/** What the drawing of a contract's own pages shows beside its values. */
const usualText = `${Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')}合同编号要点特别约定甲方乙方（签章）签名签署方式电子印章签署人签章日期签署时间签署身份咨询电话（对合同有疑问，更正信息或者注销证书，请拨打甲方电话）印章是甲方对合同全文的数字签名：在阅读器中点按可以查看签名是否有效、文件是否被改动。扫描页脚的二维码核对这份合同的真伪。正文摘要（约定事项摘要）　代表签署，依据加盖公章的授权书年月日时分秒人民币元证书种类单位个人有效期自签发之日起费用单位名称统一社会信用代码居民身份证件手机号码联系地址电子邮箱所属项目扫码验真`;

/** Lays out and embeds everything that is the same in every contract whose opening has so many pages. A few hundred milliseconds. */
export async function buildBaseDocument(o: BaseDocumentOptions): Promise<BaseDocument> {
  const { template, faces } = o;
  const { authority } = template;
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const sink = sinkInto(context);
  const fonts = {
    regular: createPageFont(faces.regular, { key: 'R', tag: 'STATIC' }),
    bold: createPageFont(faces.bold, { key: 'B', tag: 'STATIC' }),
  };
  for (const character of `${usualText}${template.title}${template.keyPoints.join('')}`) {
    for (const font of [fonts.regular, fonts.bold]) font.shown(codePointOf(character));
  }
  const flow = flowArticles(template, faces, o.openingPages);
  const end = { page: flow.page, y: flow.y - bodyLeading - gapAboveEnd };
  const startsNewPage = end.y - signatureBlocksHeight - gapAboveSignatures < textBottom;
  const signaturePage = startsNewPage ? flow.page + 1 : flow.page;
  const signatureTop = startsNewPage ? textTop : end.y - gapAboveSignatures;
  const count = signaturePage + 1;

  const reserve = () => sink.reserve();
  const own: OwnObjects = {
    contents: Array.from({ length: count }, reserve),
    fonts: reserve(),
    ink: reserve(),
    number: reserve(),
    check: reserve(),
    signature: reserve(),
    structureRoot: reserve(),
    parentTree: reserve(),
    metadata: reserve(),
  };
  const sealText = {
    name: authority.name,
    purpose: authority.sealText,
    code: authority.sealCode,
    ...(authority.trial && { trialMark: trialMark.slice(0, 2) }),
  };
  const seal = writeSeal(sink, sealText, faces.bold);
  const objects = {
    Seal: seal,
    Ink: own.ink,
    Number: own.number,
    Check: own.check,
    ...(authority.trial && { Mark: writeWatermark(sink, trialMark, faces.bold) }),
  };
  const named = Object.entries(objects).map(([name, number]) => `/${name} ${refTo(number)}`);
  const resources = add(sink, `<< /Font ${refTo(own.fonts)} /XObject << ${named.join(' ')} >> >>`);

  const articles = structureElement('Sect', null);
  const elements = articleElements(flow, articles);
  const endElement = structureElement('P', articles);
  const marked = Array.from({ length: count }, (_, page): MarkedPage => ({ page, nextMark: 0 }));
  const pages = marked.map((place) => {
    const page = document.addPage([pageWidth, pageHeight]);
    const number = { number: place.page + 1, count };
    // In the order in which it is seen: header, articles, what comes with each contract, footer.
    const above = createContentWriter(place);
    if (authority.trial) above.artifact(() => drawWatermark(above, trialMark));
    drawHeader(above, number, authority, fonts.regular);
    drawArticles(above, flow, place.page, fonts, elements);
    if (place.page === end.page) {
      const style = { font: fonts.regular, size: 10.5, colour: ink };
      above.marked(endElement, () => above.textCentredAt(endOfText, pageWidth / 2, end.y - 2, style));
    }
    const below = createContentWriter(place);
    drawFooter(below, number, template, fonts.regular);
    drawEdgeSeal(below, number);
    const [over, under] = [above, below].map((writer) => PDFRef.of(add(sink, streamBody('', writer.toString()))));
    const contents = PDFRef.of(own.contents[place.page] ?? 0);
    page.node.set(PDFName.of('Contents'), context.obj([over ?? contents, contents, under ?? contents]));
    page.node.set(PDFName.of('Resources'), PDFRef.of(resources));
    page.node.set(PDFName.of('StructParents'), context.obj(place.page));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    return page;
  });

  const lastPage = pages[signaturePage];
  if (!lastPage) throw new RangeError('The contract has no page for the signatures');
  const place = { seal, signature: own.signature, structKey: count, ...sealPosition(signatureTop) };
  const widget = addSignatureField(document, sink, lastPage, place);
  const pageNumbers = pages.map(({ ref }) => ref.objectNumber);
  const owners = noOwners();
  const inTree = { sink, pages: pageNumbers, owners };
  const articlesNumber = writeStructure(articles, inTree, { parent: own.structureRoot });
  const tree = describeDocument(document, sink, own, count);
  const bookmarks = [
    { title: template.title, page: 0, top: textTop },
    ...headingsOf(flow),
    { title: '签署', page: signaturePage, top: signatureTop },
  ];
  document.catalog.set(PDFName.of('Outlines'), PDFRef.of(writeBookmarks(sink, bookmarks, pageNumbers)));
  // What the articles showed; whatever a contract shows beyond that comes with it.
  const fontEntries = `${fonts.regular.write(sink)} ${fonts.bold.write(sink)}`;
  return {
    start: fileStartOf(context),
    root: context.trailerInfo.Root instanceof PDFRef ? context.trailerInfo.Root.objectNumber : 0,
    pages: pageNumbers,
    own,
    fonts,
    fontEntries,
    articles: articlesNumber,
    owners,
    tree,
    marks: marked.map(({ nextMark }) => nextMark),
    widget,
    signatureTop,
  };
}

const headingsOf = ({ lines }: ReturnType<typeof flowArticles>): Bookmark[] =>
  lines
    .filter(({ block }, index) => block.kind === 'heading' && lines[index - 1]?.block !== block)
    .map(({ block, page, y }) => {
      const title = String.fromCodePoint(...block.lines.flatMap(({ codes }) => codes));
      return { title, page, top: y + bodyLeading };
    });

/** What PDF/A-3a and PDF/UA-1 ask of the catalog. @returns the number of the structure tree's root */
function describeDocument({ catalog, context }: PDFDocument, sink: ObjectSink, own: OwnObjects, pages: number): number {
  const set = (name: string, value: Parameters<typeof catalog.set>[1]) => catalog.set(PDFName.of(name), value);
  const profile = add(sink, streamBody('/N 3', srgbProfile()));
  const condition = '/OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1)';
  const intent = `<< /Type /OutputIntent /S /GTS_PDFA1 ${condition} /DestOutputProfile ${refTo(profile)} >>`;
  const root = [
    `<< /Type /StructTreeRoot /K ${refTo(own.structureRoot)}`,
    `/ParentTree ${refTo(own.parentTree)} /ParentTreeNextKey ${pages + 1} >>`,
  ].join(' ');
  set('Lang', PDFString.of('zh-CN'));
  set('ViewerPreferences', context.obj({ DisplayDocTitle: true }));
  set('MarkInfo', context.obj({ Marked: true }));
  set('OutputIntents', context.obj([PDFRef.of(add(sink, intent))]));
  set('Metadata', PDFRef.of(own.metadata));
  const tree = add(sink, root);
  set('StructTreeRoot', PDFRef.of(tree));
  return tree;
}

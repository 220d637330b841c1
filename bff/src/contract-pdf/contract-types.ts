import type { Stamp } from './signature-field';

/** The configured certificate authority (甲方) as it stands in the contract and on its seal. */
export interface ContractAuthority {
  /** Full legal name, printed in the party table and around the seal. */
  name: string;
  /** Text under the star of the seal, e.g. 电子合同专用章. */
  sealText: string;
  /** 13 digits at the foot of the seal (GA 241 seal number). */
  sealCode: string;
  phone: string;
  address: string;
  website: string;
  /** The court both parties agree on. */
  court: string;
  /** 统一社会信用代码. This and the two below are absent in texts that were agreed to before 2026.13. */
  unifiedSocialCreditCode?: string;
  /** Number of 《电子认证服务许可证》. */
  licenceNumber?: string;
  legalRepresentative?: string;
  /** Prints 测试样本 visibly on every page and on the seal's foot line. */
  trial: boolean;
}

export interface SigningMaterial {
  /** PEM certificates: leaf first, then the issuing CA, root last. */
  certificateChainPem: string;
  /** PEM of the leaf's key (RSA, or of the curve P-256), not encrypted. */
  privateKeyPem: string;
}

export interface ContractArticle {
  heading: string;
  /** Of weight to the applicant, such as a limit of our liability: printed apart, with a line that says so (格式条款提示). */
  important?: true;
  paragraphs: string[];
}

/** A text as it is written and published: with places like `{authority.name}` that `fillTemplate` fills in. */
export interface ContractTemplateSource {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Plain lines shown on top on the phone and above the articles in the PDF. */
  readonly keyPoints: readonly string[];
  readonly articles: readonly {
    readonly heading: string;
    readonly important?: true;
    readonly paragraphs: readonly string[];
  }[];
}

/** A text that can be agreed to and printed. */
export interface ContractTemplate {
  id: string;
  version: string;
  title: string;
  keyPoints: string[];
  articles: ContractArticle[];
  /** Stands below the heading of every important article; absent where there is none. */
  importantNotice?: string;
  /** Everything of the authority that is printed, so that the hash covers it too. */
  authority: ContractAuthority;
  /** Hex SHA-256 over the canonical JSON of everything above, after the authority's configuration was filled in. */
  sha256: string;
}

export interface InkMask {
  /** Pixels. */
  width: number;
  height: number;
  /** zlib-deflated 8-bit alpha, row-major, width × height bytes when inflated; 255 is full ink. */
  deflatedAlpha: Buffer;
  /** How many pixels are mostly ink (alpha ≥ 128). */
  inkPixels: number;
}

/** What a contract says beside its text, in words and in the order of print. */
export interface ContractWords {
  /** Price and term in one line, above the text's own key points. */
  readonly keyPoint: string;
  /** The rows of the table: parties and what is agreed on. */
  readonly groups: readonly {
    readonly name: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
  /** Empty: the project has none. */
  readonly specialTerms: readonly string[];
  readonly signerName: string;
  /** For whom they sign, and by what right; without the name, which may have to be printed as a picture. */
  readonly signerCapacity: string;
}

export interface ContractInput {
  contractNumber: string;
  words: ContractWords;
  /** Printed at the end beside the text's own hash. */
  detailsSha256: string;
  /** When the applicant signed. */
  signedAt: Date;
  /** When the authority signs, which is later. */
  sealedAt: Date;
  /** The signer's name as ink, printed in place of the name and read as it. */
  nameInk?: InkMask;
  ink: InkMask;
  /** Where anybody can check it: a QR code on each page. Absent: none is printed. */
  checkUrl?: string;
  /** Makes the time stamp of the signature, where there is room for one. */
  stamp?: Stamp;
}

export interface ContractDocument {
  pdf: Buffer;
  /** Hex SHA-256 of `pdf`. */
  sha256: string;
  pages: number;
}

export interface ContractRenderer {
  readonly template: ContractTemplate;
  /** The distinct characters of `text` that the contract's font cannot print; empty when all is well. */
  missingGlyphs(text: string): string[];
  /**
   * Makes and signs one contract. The same input gives the same bytes, but for a time stamp.
   * @throws ContractPdfError `missing_glyph` (with the characters), `ink_empty`, `ink_unreadable`, `signature_too_large`
   */
  render(input: ContractInput): Promise<ContractDocument>;
}

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
  /** Prints 测试样本 visibly on every page and on the seal's foot line. */
  trial: boolean;
}

export interface SigningMaterial {
  /** PEM certificates: leaf first, then the issuing CA, root last. */
  certificateChainPem: string;
  /** PKCS#8 or PKCS#1 PEM of the leaf's RSA key, not encrypted. */
  privateKeyPem: string;
}

export interface ContractArticle {
  heading: string;
  paragraphs: string[];
}

export interface ContractTemplate {
  id: string;
  version: string;
  title: string;
  /** Three plain lines shown on top on the phone and above the articles in the PDF. */
  keyPoints: string[];
  articles: ContractArticle[];
  /** Everything of the authority that is printed, so that the hash covers it too. */
  authority: ContractAuthority;
  /** Hex SHA-256 over the canonical JSON of everything above, after the authority's configuration was filled in. */
  sha256: string;
}

export interface ContractApplicant {
  name: string;
  idNumber: string;
  phone: string;
  unitName?: string;
  unifiedSocialCreditCode?: string;
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

/** What is agreed on besides the articles. */
export interface ContractTerms {
  /** In Chinese, e.g. 单位证书. */
  certificateKind: string;
  validityMonths: number;
  /** 0: free of charge. */
  feeFen: number;
}

export interface ContractInput {
  contractNumber: string;
  projectName: string;
  terms: ContractTerms;
  /** When the applicant signed. */
  signedAt: Date;
  /** When the authority signs, which is later. */
  sealedAt: Date;
  applicant: ContractApplicant;
  ink: InkMask;
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
   * Makes and signs one contract. The same input gives the same bytes.
   * @throws ContractPdfError `missing_glyph` (with the characters), `ink_empty`, `ink_unreadable`, `signature_too_large`
   * @throws RangeError for a value that does not fit its row even in 4 points (about 120 Chinese characters)
   */
  render(input: ContractInput): Promise<ContractDocument>;
}

export interface ContractVerification {
  /** All the checks below hold and `problems` is empty. */
  genuine: boolean;
  /** Nothing stands outside the signed bytes but the signature itself. */
  coversWholeDocument: boolean;
  digestMatches: boolean;
  signatureValid: boolean;
  /** The signer chains to one of the given trust anchors, every certificate valid and fit for its use at the given time. */
  chainTrusted: boolean;
  /** Common name of the signer; empty when no certificate could be read. */
  signerName: string;
  /** Sentences for a person, in Chinese; empty for a genuine document. */
  problems: string[];
}

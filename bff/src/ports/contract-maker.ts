import type { ContractDetails, ContractText, PrintedContractWords } from '@acceptance/shared';

export interface ConsentedContract {
  /** The text that was agreed to, whenever that was. */
  readonly text: ContractText;
  /** What it says of the parties, agreed to with it. */
  readonly details: ContractDetails;
  readonly detailsSha256: string;
  readonly contractNumber: string;
  /** When the applicant signed. */
  readonly signedAt: Date;
  /** When the authority signs. */
  readonly sealedAt: Date;
  /** What `prepareName` made, when the details name its SHA-256: printed in place of the applicant's name, and read as it. */
  readonly nameInk?: Buffer;
  /** Where anybody can check it: a QR code on each page; null: none. */
  readonly checkUrl: string | null;
  /** Nobody's contract: no time is stamped. */
  readonly sample?: true;
}

/** The handwritten signature as it was uploaded, or the ink that `prepareSignature` made of it. */
export type HandwrittenSignature = { readonly signaturePng: Buffer } | { readonly inkMask: Buffer };

export type ContractToMake = ConsentedContract & HandwrittenSignature;

/** What a unit's letter of authority (授权书) says. */
export interface AuthorityLetter {
  readonly unitName: string;
  readonly unifiedSocialCreditCode: string;
  readonly legalRepresentative: string;
  readonly agent: ContractDetails['person'];
  /** As in a contract. */
  readonly nameInk?: Buffer;
  readonly projectName: string;
  readonly orderNumber: string;
  /** When it is made. */
  readonly date: Date;
}

/** What whoever fetches a certificate brings (领取凭证); it names nobody. */
export interface PickUpVoucher {
  readonly code: string;
  readonly orderNumber: string;
  readonly projectName: string;
  readonly unitName: string | null;
  readonly documentName: string;
  readonly documentNumberMasked: string;
  readonly place: string;
  readonly hours: string;
  readonly phone: string;
  readonly readyAt: Date;
}

export interface MadeContract {
  readonly pdf: Buffer;
  /** Lower-case hex SHA-256 of `pdf`. */
  readonly sha256: string;
  /** Null: nobody stamped; it can be made up for (`makeLasting`). */
  readonly timestamp: ContractTimestamp | null;
}

/** When a contract existed, by somebody else's word. */
export interface ContractTimestamp {
  readonly time: Date;
  /** Common name of who stamped it. */
  readonly authority: string;
}

export type InkVerdict = 'ok' | 'empty' | 'too-small' | 'not-writing' | 'unreadable';

/** `inkMask`: bytes to be stored as they are and given to `make`, which then decodes no picture. */
export type PreparedInk =
  | { readonly verdict: 'ok'; readonly inkMask: Buffer }
  | { readonly verdict: Exclude<InkVerdict, 'ok'>; readonly inkMask?: undefined };

/** Certificates from a signer's to the one before the root, PEM; and the root where it is known. */
export interface CertificateChain {
  readonly pem: string;
  readonly rootPem: string | null;
}

/** The signature in a sealed contract, taken apart for whoever checks it with tools of their own. */
export interface ContractSignatureParts extends CertificateChain {
  /** DER, without padding. */
  readonly cms: Buffer;
  /** What is signed: the first `before` octets of the file, and `behind` octets from `resume` on. */
  readonly before: number;
  readonly resume: number;
  readonly behind: number;
  /** The token (RFC 3161) over the signature's value, which stands at `over` in `cms`; null: the contract has none. */
  readonly timestamp:
    | (CertificateChain & { readonly token: Buffer; readonly over: { readonly from: number; readonly length: number } })
    | null;
}

/**
 * Makes the sealed and digitally signed contract. Signatures are decoded away from the event loop, and not without end:
 * what has to do so throws PortError `unavailable` when too many wait or the time is over, and may be called again.
 */
export interface ContractMaker {
  /** The text to be read before signing, by today's settings. */
  readonly text: ContractText;
  /** Hex SHA-256 of the canonical details: what consent names, and `make` asks for. */
  detailsSha256(details: ContractDetails): string;
  /** What is hashed for that: the canonical JSON. */
  canonicalDetails(details: ContractDetails): string;
  /** What the hash of a text is made of. */
  canonicalText(text: ContractText): string;
  /** What `make` will print of these details beside this text, word for word: what is shown before anybody agrees. */
  inWords(text: ContractText, details: ContractDetails): PrintedContractWords;
  /** Characters that the contract's font cannot print. */
  missingCharacters(text: string): string[];
  /** Judges a signature and gives its ink. @throws PortError `unavailable`; nothing is known of the signature then */
  prepareSignature(png: Buffer): Promise<PreparedInk>;
  /**
   * Judges a picture of somebody's name (PNG or JPEG, dark on light, at most 4 megapixels) and gives its ink, at most 33 KB.
   * @throws PortError `unavailable`; nothing is known of the picture then
   */
  prepareName(picture: Buffer): Promise<PreparedInk>;
  /** The ink of a name as it will be printed: PNG, black on white, and its sides in pixels. */
  showName(nameInk: Buffer): { readonly png: Buffer; readonly width: number; readonly height: number };
  /**
   * Prints the given text and details, never today's settings.
   * @throws PortError `unavailable` (only where a picture is given), `rejected` for what can never be printed: a text or
   * details that are not those of their hash (`text-altered`, `details-altered`), another picture of the name than the details
   * name (`name-picture-altered`), or a text of an authority by another
   * name than the one that signs now (`authority-changed`)
   */
  make(contract: ContractToMake): Promise<MadeContract>;
  /** Whether somebody stamps times: only then contracts can be made lasting. */
  readonly stamps: boolean;
  /**
   * A sealed contract with what it needs to be checked when nobody answers any more (PAdES B-LT): a stamp, if it has none, and
   * what the issuers say of the certificates. Every byte that there was is kept.
   * @throws PortError `unavailable` or `rejected`: nothing is known yet, or not by a word from after the signing; try again later
   */
  makeLasting(pdf: Buffer): Promise<MadeContract>;
  /**
   * The letter as one page of A4 to be printed, signed, sealed on paper and photographed; `null`: an example, marked as such.
   * @throws PortError `rejected` for what cannot be printed
   */
  makeAuthorityLetter(letter: AuthorityLetter | null): Promise<Buffer>;
  /** One page of A4 with the voucher's code as a QR code. @throws PortError `rejected` for what cannot be printed */
  makePickUpVoucher(voucher: PickUpVoucher): Promise<Buffer>;
  /**
   * What is wrong (codes) with a contract that we sealed at that time, judged by its bytes alone; empty: nothing.
   * @throws PortError `unavailable`: it was not judged
   */
  problemsOf(pdf: Buffer, sealedAt: Date): Promise<readonly string[]>;
  /** @throws Error when the file is no contract of ours */
  signaturePartsOf(pdf: Buffer): ContractSignatureParts;
  /** Ends its threads; call it once, when the process shuts down and nothing is being made any more. */
  close(): Promise<void>;
}

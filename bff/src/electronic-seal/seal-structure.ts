import { AsnArray, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';

/**
 * SES_Seal of GB/T 38540-2020 (version 4), with its names in English. Not GM/T 0031-2014 (versions 1 to 3): there
 * the last three members are a SEQUENCE of their own, times are UTCTime, certificates stand in the list without a
 * `certListType`, and the signature is over information, certificate and algorithm together. Here it is over the
 * information alone. GM/T 0031-2025 (version 5) adds a time stamp at the end.
 *
 * Members are declared by calling the library's decorators: the project compiles without decorators.
 */
export class SealHeader {
  id = 'ES';
  version = 4;
  /** Vid: who made the software. */
  vendor = '';
}

/** SES_ESPropertyInfo. */
export class SealProperty {
  /** 1 unit, 2 person. */
  type = 0;
  name = '';
  /** 1: `certificates` is a `CertificateList`; 2: a `CertificateDigestList`. */
  certificateListType = 0;
  /** DER: both kinds are a SEQUENCE, so that only the member before tells them apart. */
  certificateList = new ArrayBuffer(0);
  createdAt = new Date(0);
  validFrom = new Date(0);
  validTo = new Date(0);
}

/** CertInfoList: certificates of the holder, DER. */
export class CertificateList extends AsnArray<OctetString> {}

/** CertDigestObj. */
export class CertificateDigest {
  /** "Defined by whoever uses it": the hash's name here. */
  type = '';
  value = new OctetString();
}

export class CertificateDigestList extends AsnArray<CertificateDigest> {}

/** SES_ESPictrueInfo, spelt so there. */
export class SealPictureInformation {
  /** `PNG` and the like. */
  type = '';
  data = new OctetString();
  /** Millimetres. */
  width = 0;
  height = 0;
}

/** SES_SealInfo: what the maker signs. `extDatas`, data of vendors, is neither written nor read. */
export class SealInformation {
  header = new SealHeader();
  /** esID. */
  id = '';
  property = new SealProperty();
  picture = new SealPictureInformation();
}

/** SES_Seal. */
export class SignedSeal {
  information = new SealInformation();
  /** The maker's certificate (制章者证书), DER. */
  makerCertificate = new OctetString();
  /** Of GB/T 33560: 1.2.156.10197.1.501 for SM2 with SM3. */
  signatureAlgorithm = '';
  /** Over the DER of `information`. */
  signature = new ArrayBuffer(0);
}

const { Any, BitString, GeneralizedTime, IA5String, Integer, ObjectIdentifier, PrintableString, Utf8String } =
  AsnPropTypes;
type Member = Parameters<typeof AsnProp>[0]['type'];

/** The members in the order in which they are encoded. */
function sequence<T extends object>(target: new () => T, members: { [name in keyof T & string]: Member }): void {
  AsnType({ type: AsnTypeTypes.Sequence })(target);
  for (const [name, type] of Object.entries<Member>(members)) AsnProp({ type })(target.prototype, name);
}

sequence(SealHeader, { id: IA5String, version: Integer, vendor: IA5String });
sequence(SealProperty, {
  type: Integer,
  name: Utf8String,
  certificateListType: Integer,
  certificateList: Any,
  createdAt: GeneralizedTime,
  validFrom: GeneralizedTime,
  validTo: GeneralizedTime,
});
AsnType({ type: AsnTypeTypes.Sequence, itemType: OctetString })(CertificateList);
sequence(CertificateDigest, { type: PrintableString, value: OctetString });
AsnType({ type: AsnTypeTypes.Sequence, itemType: CertificateDigest })(CertificateDigestList);
sequence(SealPictureInformation, { type: IA5String, data: OctetString, width: Integer, height: Integer });
sequence(SealInformation, {
  header: SealHeader,
  id: IA5String,
  property: SealProperty,
  picture: SealPictureInformation,
});
sequence(SignedSeal, {
  information: SealInformation,
  makerCertificate: OctetString,
  signatureAlgorithm: ObjectIdentifier,
  signature: BitString,
});

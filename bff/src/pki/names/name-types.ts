/** RFC 5280, 4.1.2.4, RFC 4519, and `organizationIdentifier` (2.5.4.97, ETSI EN 319 412-1). */
export type NameAttributeType =
  | 'commonName'
  | 'organizationName'
  | 'organizationalUnitName'
  | 'countryName'
  | 'stateOrProvinceName'
  | 'localityName'
  | 'serialNumber'
  | 'organizationIdentifier';

export interface NameAttribute {
  readonly type: NameAttributeType;
  readonly value: string;
}

/** As it stands in somebody else's name: also types that we do not write. */
export interface ReadNameAttribute {
  readonly oid: string;
  /** Null for a type that we have no name for. */
  readonly type: NameAttributeType | null;
  readonly value: string;
  readonly encoding: 'utf8' | 'printable' | 'other';
}

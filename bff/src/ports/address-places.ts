export interface AddressPlaces {
  /** Roughly where a client address (IPv4 or IPv6) is, in Chinese words: 广东 深圳. Null when nobody knows. Never throws. */
  placeOf(address: string): string | null;
}

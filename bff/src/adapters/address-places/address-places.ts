import IP2Region from 'ip2region';
import type { AddressPlaces } from '../../ports/address-places';

/** 广东省 → 广东, 内蒙古自治区 → 内蒙古, 深圳市 → 深圳: as people say it. */
const said = (name: string): string => name.replace(/(省|市|特别行政区|(壮族|回族|维吾尔)?自治区)$/u, '');

/** Looks addresses up in the tables that come with `ip2region`; nothing is asked of anybody. */
export function createAddressPlaces(): AddressPlaces {
  const tables = new IP2Region();
  return {
    placeOf(address) {
      try {
        const found = tables.search(address.replace(/^::ffff:(?=\d+\.)/i, ''));
        if (!found?.country) {
          return null;
        }
        const { country, province, city } = found;
        const parts = country === '中国' ? [said(province), said(city)] : [country];
        // 北京 北京 is one place.
        return [...new Set(parts.filter(Boolean))].join(' ') || country;
      } catch {
        return null;
      }
    },
  };
}

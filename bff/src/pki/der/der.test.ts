import { DerMembers, membersOf, readDer } from './read-der';
import { boolOf, namedBitsOf, oidOf, smallNumberOf, timeOf, unsignedHexOf } from './read-values';
import { generalizedTime, integerOfHex, namedBits, objectIdentifier, setOf, time, utf8String } from './write-der';

const der = (hex: string) => readDer(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const broken = expect.objectContaining({ code: 'broken' });
const invalid = expect.objectContaining({ code: 'invalid_input' });

describe('values', () => {
  test.each([
    ['an integer that is empty', '0200', unsignedHexOf],
    ['a negative integer', '020180', unsignedHexOf],
    ['an integer with a surplus octet', '02020001', unsignedHexOf],
    ['an integer of another type', '040101', unsignedHexOf],
    ['a number beyond 32 bits', '02050100000000', smallNumberOf],
    ['a truth value that is neither', '010101', boolOf],
    ['a truth value of two octets', '0102ffff', boolOf],
    ['an object identifier that is empty', '0600', oidOf],
    ['an object identifier that ends early', '06025581', oidOf],
    ['an object identifier with a surplus octet', '0603558001', oidOf],
    ['a bit list without its count', '0300', namedBitsOf],
    ['a bit list with more unused bits than bits', '030107', namedBitsOf],
    ['a bit list of five octets', '0306000000000001', namedBitsOf],
    ['a time without seconds', '170b323631313238313230305a', timeOf],
    ['a time with an offset', '17113236313132383132303030302b30383030', timeOf],
    ['a time of another type', '040d3236313132383132303030305a', timeOf],
    ['31 February', '170d3236303233313132303030305a', timeOf],
  ])('that are %s are not read', (_, hex, read: (value: ReturnType<typeof der>) => unknown) => {
    expect(() => read(der(hex))).toThrow(broken);
  });

  test.each([
    ['a tag in two octets', '1f810100'],
    ['no length', '30'],
    ['an indefinite length', '30800000'],
    ['a long length where a short one does', '308101 00'],
    ['a length with a zero in front', '30820080'],
    ['a length of five octets', '30850000000001 00'],
    ['fewer octets than it says', '300301'],
    ['an octet more', '300000'],
    ['nothing at all', ''],
  ])('with %s are not read', (_, hex) => {
    expect(() => der(hex)).toThrow(broken);
  });

  test('are taken one after another, and none may be missing or left', () => {
    const members = new DerMembers(der('3006 020101 0101ff'));
    expect(unsignedHexOf(members.take(2))).toBe('1');
    expect(members.optional(4, 5)).toBeNull();
    expect(() => members.end()).toThrow(broken);
    expect(() => members.take(2)).toThrow(broken);
    expect(() => members.any()).toThrow(broken);
    expect(() => new DerMembers(der('3100'))).toThrow(broken);
    expect(() => membersOf(der('020101'))).toThrow(broken);
  });

  test.each(['2.5.4.3', '0.39.1', '1.39', '2.999.3', '1.2.156.10197.1.501', `2.25.${2n ** 120n}`])(
    'of the identifier %s are written and read',
    (oid) => {
      expect(oidOf(readDer(objectIdentifier(oid)))).toBe(oid);
    },
  );

  test.each(['', '3.1', '1.40', '1', '1.02', '1.2.a', '0.40.1'])('of the identifier “%s” are not written', (oid) => {
    expect(() => objectIdentifier(oid)).toThrow(invalid);
  });

  test('of numbers are as short as can be and never negative', () => {
    expect(integerOfHex('0').toString('hex')).toBe('020100');
    expect(integerOfHex('0000').toString('hex')).toBe('020100');
    expect(integerOfHex('7f').toString('hex')).toBe('02017f');
    expect(integerOfHex('080').toString('hex')).toBe('02020080');
    expect(unsignedHexOf(readDer(integerOfHex('00ff00')))).toBe('FF00');
    expect(() => integerOfHex('')).toThrow(invalid);
    expect(() => integerOfHex('-1')).toThrow(invalid);
  });

  test('of times change their form in 2050 (RFC 5280, 4.1.2.5)', () => {
    const last = new Date('2049-12-31T23:59:59Z');
    const first = new Date('2050-01-01T00:00:00.999Z');
    expect(time(last).toString('latin1')).toContain('491231235959Z');
    expect(time(first).toString('latin1')).toContain('20500101000000Z');
    expect(timeOf(readDer(time(last)))).toEqual(last);
    expect(timeOf(readDer(time(first)))).toEqual(new Date('2050-01-01T00:00:00Z'));
    expect(timeOf(readDer(time(new Date('1950-01-01T00:00:00Z'))))).toEqual(new Date('1950-01-01T00:00:00Z'));
    expect(() => generalizedTime(new Date('+010000-01-01T00:00:00Z'))).toThrow(invalid);
  });

  test('of bit lists leave off what is zero, and sets are in order', () => {
    expect(namedBits([0, 1]).toString('hex')).toBe('030206c0');
    expect(namedBits([8]).toString('hex')).toBe('0303070080');
    expect(namedBits([]).toString('hex')).toBe('030100');
    expect(namedBitsOf(readDer(namedBits([5, 0, 8])))).toEqual([0, 5, 8]);
    expect(setOf(utf8String('b'), utf8String('a')).toString('hex')).toBe('31060c01610c0162');
  });
});

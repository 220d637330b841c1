import { createAddressPlaces } from './address-places';

const places = createAddressPlaces();

it.each([
  ['120.24.78.68', '广东 深圳'],
  ['::ffff:120.24.78.68', '广东 深圳'],
  ['2408:8207:2473::1', '北京'],
  ['8.8.8.8', '美国'],
])('%s is in %s', (address, place) => {
  expect(places.placeOf(address)).toBe(place);
});

it.each(['127.0.0.1', '192.168.1.1', '::1', 'not an address', ''])('nobody knows where %j is', (address) => {
  expect(places.placeOf(address)).toBeNull();
});

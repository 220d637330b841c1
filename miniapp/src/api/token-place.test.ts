import { endpoints } from '@acceptance/shared';
import { tokenPlaceFor, tokenPlaceHeader } from './token-place';

describe('the place of the refresh token', () => {
  it.each([
    ['/api', 'cookie'],
    ['//other.example/api', 'storage'],
    ['https://api.example/api', 'storage'],
    ['http://127.0.0.1:3000/api', 'storage'],
  ])('with the API at %s is the %s', (address, place) => {
    expect(tokenPlaceFor(address)).toBe(place);
  });

  it('is told where the endpoint has to do with it, and nowhere else', () => {
    const { refreshStaffSession, signOutStaff, readStaff } = endpoints.staff;
    const header = { 'x-refresh-token-in': 'cookie' };
    expect(tokenPlaceHeader(refreshStaffSession, 'cookie')).toEqual(header);
    expect(tokenPlaceHeader(signOutStaff, 'cookie')).toEqual(header);
    expect(tokenPlaceHeader(readStaff, 'cookie')).toEqual({});
    expect(tokenPlaceHeader(refreshStaffSession, 'storage')).toEqual({});
  });
});

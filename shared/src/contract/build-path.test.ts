import { endpoints } from './all-endpoints';
import { buildPath } from './build-path';

describe('path of a call', () => {
  it('fills each parameter', () => {
    const params = { orderId: 'a1', fileId: 'b2' };
    expect(buildPath(endpoints.staff.readOrderFile, { params })).toBe('/staff/orders/a1/files/b2');
  });

  it('encodes parameters, so that none can leave its segment', () => {
    const path = buildPath(endpoints.orders.readOrder, { params: { orderId: '../a?b#c/张' } });
    expect(path).toBe('/orders/..%2Fa%3Fb%23c%2F%E5%BC%A0');
    expect(new URL(path, 'https://api.example').pathname).toBe(path);
  });

  it('encodes names and values of the query', () => {
    expect(buildPath(endpoints.orders.listOrders, { query: { status: 'draft', cursor: 'a&b=c d+张' } })).toBe(
      '/orders?status=draft&cursor=a%26b%3Dc%20d%2B%E5%BC%A0',
    );
  });

  it('leaves absent query values out and keeps zero', () => {
    const query = { cursor: undefined, status: null, limit: 0, extra: '' };
    expect(buildPath(endpoints.orders.listOrders, { query })).toBe('/orders?limit=0');
    expect(buildPath(endpoints.orders.listOrders, { query: { cursor: undefined } })).toBe('/orders');
    expect(buildPath(endpoints.orders.listOrders, {})).toBe('/orders');
  });
});

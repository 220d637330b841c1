import { endpoints } from '@acceptance/shared';
import { paramsOfRequest } from './match-endpoint';

const origin = 'http://127.0.0.1:1234';

describe('finding the endpoint of a request', () => {
  it('gives the parts of the path', () => {
    const url = `${origin}/api/staff/orders/c1/files/f2?x=1`;
    expect(paramsOfRequest(endpoints.staff.readOrderFile, 'GET', url)).toEqual({ orderId: 'c1', fileId: 'f2' });
    expect(paramsOfRequest(endpoints.account.readAccount, 'GET', `${origin}/api/account`)).toEqual({});
  });

  it('tells methods, lengths and words apart', () => {
    expect(paramsOfRequest(endpoints.orders.readOrder, 'DELETE', `${origin}/api/orders/c1`)).toBeNull();
    expect(paramsOfRequest(endpoints.orders.readOrder, 'GET', `${origin}/api/orders`)).toBeNull();
    expect(paramsOfRequest(endpoints.orders.readOrder, 'GET', `${origin}/api/files/c1`)).toBeNull();
    expect(paramsOfRequest(endpoints.orders.readOrder, 'GET', `${origin}/orders/c1`)).toBeNull();
  });
});

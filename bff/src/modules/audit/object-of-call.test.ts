import { endpoints } from '@acceptance/shared';
import { objectOfCall } from './object-of-call';
import { ACCOUNT_ID, applicantActor, FILE_ID, ORDER_ID, STAFF_ID, sampleCall, staffActor } from './testing/sample-call';

const nothing = { params: undefined, body: undefined, result: undefined };

describe('what a call is about', () => {
  it('is the last id of its path, part of the one before', () => {
    expect(objectOfCall(sampleCall())).toEqual({ object: `file:${FILE_ID}`, partOf: `order:${ORDER_ID}` });
    expect(objectOfCall(sampleCall({ params: { orderId: ORDER_ID } }))).toEqual({
      object: `order:${ORDER_ID}`,
      partOf: null,
    });
  });

  it('is what the call has made', () => {
    const createOrder = sampleCall({ ...nothing, endpoint: endpoints.orders.createOrder, result: { id: ORDER_ID } });
    expect(objectOfCall(createOrder)).toEqual({ object: `order:${ORDER_ID}`, partOf: null });
    const uploadFile = sampleCall({
      ...nothing,
      endpoint: endpoints.files.uploadFile,
      body: { orderId: ORDER_ID, purpose: 'id-card-front' },
      result: { id: FILE_ID },
    });
    expect(objectOfCall(uploadFile)).toEqual({ object: `file:${FILE_ID}`, partOf: `order:${ORDER_ID}` });
  });

  it.each([
    [endpoints.orders.createOrder, 'order'],
    [endpoints.personalData.requestExport, 'export'],
  ])('is what %j has made, not who made it', (endpoint, kind) => {
    const call = sampleCall({ ...nothing, endpoint, actor: staffActor, result: { id: FILE_ID } });
    expect(objectOfCall(call)).toEqual({ object: `${kind}:${FILE_ID}`, partOf: null });
  });

  it('is the change that was asked for, where nothing is made before another agrees', () => {
    const call = sampleCall({
      ...nothing,
      endpoint: endpoints.staff.addMember,
      actor: staffActor,
      result: { staffChange: { id: FILE_ID } },
    });
    expect(objectOfCall(call)).toEqual({ object: `staffChange:${FILE_ID}`, partOf: null });
  });

  it('is what the body names when making it was refused', () => {
    const refused = sampleCall({ ...nothing, endpoint: endpoints.files.uploadFile, body: { orderId: ORDER_ID } });
    expect(objectOfCall(refused)).toEqual({ object: `order:${ORDER_ID}`, partOf: null });
  });

  it('is the session that a refresh token names, of which nothing else is written down', () => {
    const refreshed = (refreshToken: string) =>
      objectOfCall(
        sampleCall({ ...nothing, actor: null, endpoint: endpoints.auth.refreshSession, body: { refreshToken } }),
      );
    expect(refreshed(`${FILE_ID}.secret`)).toEqual({ object: `session:${FILE_ID}`, partOf: null });
    expect(refreshed('secret-from-before')).toEqual({ object: null, partOf: null });
  });

  it.each(['account', 'staff'])('is the %s that has signed in', (kind) => {
    const call = sampleCall({ ...nothing, actor: null, result: { accessToken: 'x', [kind]: { id: ACCOUNT_ID } } });
    expect(objectOfCall(call)).toEqual({ object: `${kind}:${ACCOUNT_ID}`, partOf: null });
  });

  it('is otherwise the caller, or nothing', () => {
    expect(objectOfCall(sampleCall({ ...nothing, actor: applicantActor })).object).toBe(`account:${ACCOUNT_ID}`);
    expect(objectOfCall(sampleCall({ ...nothing, actor: staffActor })).object).toBe(`staff:${STAFF_ID}`);
    expect(objectOfCall(sampleCall({ ...nothing, actor: null })).object).toBeNull();
  });

  it.each(['11010519491231002X', '110105194912310020', '19900000001', '张伟', 7, null])(
    'is never %j, which is no id of ours',
    (given) => {
      const members = { orderId: given, accountId: given };
      const call = sampleCall({ actor: null, params: members, body: members, result: { id: given, account: members } });
      expect(objectOfCall(call)).toEqual({ object: null, partOf: null });
    },
  );
});

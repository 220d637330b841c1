import { allEndpoints, endpoints } from './all-endpoints';
import { binary, defineEndpoint, isAudited } from './define-endpoint';

const photo = {
  id: 'test.readPhoto',
  method: 'GET',
  path: '/photo',
  access: 'applicant',
  summary: '照片',
  response: binary('image/png'),
  errors: [],
  idempotent: true,
} as const;

describe('the audit log holds', () => {
  it('every call that may change something, unless its endpoint says otherwise', () => {
    const unrecorded = allEndpoints.filter(
      (endpoint) => endpoint.method !== 'GET' && endpoint.audited !== false && !isAudited(endpoint),
    );
    expect(unrecorded).toEqual([]);
  });

  it('every look at a photo, a contract or a form of somebody', () => {
    const { account, staff, files, contracts } = endpoints;
    const looks = [
      staff.readOrderFile,
      staff.readOrderContract,
      staff.readOrder,
      files.readFile,
      contracts.readContractPdf,
      account.readContact,
    ];
    expect(looks.map((endpoint) => isAudited(endpoint))).toEqual([true, true, true, true, true, true]);
  });

  it('no reading of what is public or masked', () => {
    const { system, account, orders } = endpoints;
    const readings = [system.readHealth, account.readAccount, orders.readOrder];
    expect(readings.map((endpoint) => isAudited(endpoint))).toEqual([false, false, false]);
  });

  it('what a program repeats by itself, counted by the minute', () => {
    const counted = allEndpoints.filter(({ audited }) => audited === 'each-minute');
    expect(counted.map(({ id }) => id).sort()).toEqual([
      'identity.readState',
      'identity.saveDraft',
      'orders.saveForm',
      'payLinks.readBill',
      'payLinks.refreshBill',
      'payments.refreshPayment',
      'reports.sendClientReport',
    ]);
    expect(counted.every((endpoint) => isAudited(endpoint))).toBe(true);
  });

  it('no pictures for everyone', () => {
    expect(isAudited(defineEndpoint(photo))).toBe(true);
    expect(isAudited(defineEndpoint({ ...photo, access: 'public' }))).toBe(false);
  });

  it('what an endpoint asks for itself', () => {
    expect(isAudited(defineEndpoint({ ...photo, audited: false }))).toBe(false);
    expect(isAudited(defineEndpoint({ ...photo, access: 'public', audited: true }))).toBe(true);
  });
});

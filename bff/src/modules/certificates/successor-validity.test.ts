import { validityOfOrder } from './successor-validity';

const now = new Date('2027-11-01T08:00:00.500Z');
const notBefore = new Date('2027-11-01T08:00:00.000Z');
const origin = { certificateId: 'c', serialNumber: '1F', notAfter: new Date('2027-11-28T01:59:59.000Z') };
const project = { validityMonths: 12 };

describe('how long the certificate of an order is valid', () => {
  it('first: the term from now', () => {
    expect(validityOfOrder({ kind: 'new', origin: null, project }, now)).toEqual({
      notBefore,
      notAfter: new Date('2028-11-01T07:59:59.000Z'),
    });
  });

  it('renewed early: the term after the old one’s, good at once', () => {
    expect(validityOfOrder({ kind: 'renewal', origin, project }, now)).toEqual({
      notBefore,
      notAfter: new Date('2028-11-28T01:59:59.000Z'),
    });
  });

  it('renewed after the end: the term from now', () => {
    const late = {
      kind: 'renewal',
      origin: { ...origin, notAfter: new Date('2027-10-28T01:59:59.000Z') },
      project,
    } as const;
    expect(validityOfOrder(late, now).notAfter).toEqual(new Date('2028-11-01T07:59:59.000Z'));
  });

  it.each(['reissue-lost', 'reissue-damaged', 'change'] as const)('%s: to the end of the old one', (kind) => {
    expect(validityOfOrder({ kind, origin, project }, now)).toEqual({ notBefore, notAfter: origin.notAfter });
  });
});

import { allEndpoints, isAudited } from '@acceptance/shared';
import type { AuditRecord } from '../audit';
import { joinLooks, SHOWN } from './list-looks';

it('every recorded look of the staff at one application or identity check is shown to its owner', () => {
  const looks = allEndpoints.filter(
    (endpoint) =>
      typeof endpoint.access === 'object' &&
      'staff' in endpoint.access &&
      endpoint.method === 'GET' &&
      isAudited(endpoint) &&
      /:(?:orderId|identityCheckId)\b/.test(endpoint.path),
  );
  expect(looks.length).toBeGreaterThan(10);
  expect(looks.map(({ id }) => id).filter((id) => !Object.hasOwn(SHOWN, id))).toEqual([]);
});

describe('looks', () => {
  const entry = (minute: number, action: string, changes: Partial<AuditRecord> = {}) =>
    ({
      at: new Date(Date.UTC(2026, 10, 23, 2, minute)),
      actor: { kind: 'staff', id: 'one', role: 'reviewer' },
      action,
      object: 'order:1',
      partOf: null,
      ...changes,
    }) as AuditRecord;
  const join = (...entries: AuditRecord[]) =>
    joinLooks(entries, { labels: new Map([['file:7', '营业执照']]), numbers: new Map([['order:1', 'CGY-1']]) });

  it('of one person at one application are joined for ten minutes, each thing named once', () => {
    const photo = entry(11, 'staff.readOrderFile', { object: 'file:7', partOf: 'order:1' });
    expect(
      join(entry(30, 'staff.readOrder'), photo, entry(10, 'staff.readPerson'), entry(9, 'staff.readPerson')),
    ).toEqual([
      {
        at: '2026-11-23T02:30:00.000Z',
        roles: ['reviewer'],
        orderNumber: 'CGY-1',
        seen: [{ kind: 'form', label: null }],
      },
      {
        at: '2026-11-23T02:09:00.000Z',
        roles: ['reviewer'],
        orderNumber: 'CGY-1',
        seen: [
          { kind: 'person', label: null },
          { kind: 'photo', label: '营业执照' },
        ],
      },
    ]);
  });

  it('of another person, or at another application, are looks of their own', () => {
    const another = { actor: { kind: 'staff', id: 'two', role: 'finance' } } as const;
    const looks = join(
      entry(3, 'staff.readOrder', another),
      entry(2, 'staff.readOrder'),
      entry(1, 'identityChecks.readCheck', { object: 'identityCheck:1' }),
    );
    expect(looks.map(({ seen, orderNumber }) => [seen[0]?.kind, orderNumber])).toEqual([
      ['progress', 'CGY-1'],
      ['form', 'CGY-1'],
      ['person', null],
    ]);
  });
});

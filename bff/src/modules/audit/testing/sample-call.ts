import { endpoints } from '@acceptance/shared';
import type { EndpointCall } from '../../../http/endpoint-call';

export const ORDER_ID = '0123456789abcdef01234567';
export const FILE_ID = 'fedcba9876543210fedcba98';
export const ACCOUNT_ID = 'aaaaaaaaaaaaaaaaaaaaaaaa';
export const STAFF_ID = 'bbbbbbbbbbbbbbbbbbbbbbbb';

export const applicantActor = {
  kind: 'applicant',
  id: ACCOUNT_ID,
  sessionId: 's1',
  identityVerified: true,
} as const;
export const staffActor = {
  kind: 'staff',
  id: STAFF_ID,
  sessionId: 's2',
  roles: ['reviewer', 'finance'],
  mustEnrol: false,
} as const;

/** A look of a reviewer at a photo, unless something else is given. */
export const sampleCall = (change: Partial<EndpointCall> = {}): EndpointCall => ({
  endpoint: endpoints.staff.readOrderFile,
  actor: staffActor,
  address: '203.0.113.7',
  requestId: '6f1ed002-ab55-4c2f-9a6b-000000000000',
  now: new Date('2026-11-23T02:00:00.000Z'),
  params: { orderId: ORDER_ID, fileId: FILE_ID },
  body: undefined,
  result: undefined,
  notes: {},
  outcome: 'done',
  callsInWindow: null,
  ...change,
});

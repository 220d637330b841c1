import { defineJobs, RETRIES } from '../../jobs/job-kind';

/** Jobs in the outbox of a delivery. */
export const DELIVERY_JOBS = defineJobs('delivery', {
  advanceOrder: {
    name: 'advance-order-of-delivery',
    lane: 'issuing',
    timeLimitMs: 30_000,
    retry: RETRIES.upkeep,
    task: 'delivery-not-prepared',
  },
  subscribe: {
    name: 'subscribe-parcel',
    lane: 'parcels',
    remote: 'parcel-tracker',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    // It is asked for once a day as well, and staff are told of one that nothing is heard of.
    task: null,
  },
  query: {
    name: 'query-parcel',
    lane: 'parcels',
    remote: 'parcel-tracker',
    timeLimitMs: 30_000,
    retry: RETRIES.soon,
    // The next day asks again; the same.
    task: null,
  },
  holdCertificate: {
    name: 'hold-certificate-of-parcel',
    lane: 'issuing',
    timeLimitMs: 30_000,
    // Whoever has found the token may try it until then.
    retry: RETRIES.soon,
    task: 'parcel-lost',
  },
  tellShipping: {
    name: 'tell-shipping-of-parcel',
    lane: 'upkeep',
    timeLimitMs: 30_000,
    retry: RETRIES.upkeep,
    task: 'upkeep-failed',
  },
  remind: {
    name: 'remind-to-collect',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: 30_000,
    retry: RETRIES.remote,
    // The next one comes, and after the last one a person calls.
    task: null,
  },
});

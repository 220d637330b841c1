import type { mongo } from 'mongoose';

/**
 * A request is answered within five seconds, also while no server can be reached; an election may last longer. `socketTimeoutMS`
 * gives a connection free on which nothing comes; `connectTimeoutMS` finds a server out that hangs. Answers that have come in are
 * worked off in one turn of the event loop: with 20 connections others waited twice as long (`bench:lag`, 20 contracts: `/healthz` p99
 * 21 to 32 ms, with 10 15 to 17), and 10 that write for 10 ms each still carry more than one event loop makes.
 */
const PATIENCE = {
  serverSelectionTimeoutMS: 3500,
  connectTimeoutMS: 5000,
  socketTimeoutMS: 60_000,
  waitQueueTimeoutMS: 10_000,
  maxPoolSize: 10,
} as const;

/**
 * What was acknowledged is kept: on the disk of most members, through a fail-over and a loss of power. A standalone acknowledges
 * before its journal is flushed unless it is asked.
 */
export const DURABLE = { w: 'majority', journal: true, wtimeoutMS: 10_000 } as const;

const namesIn = (uri: string): Set<string> =>
  new Set([...new URLSearchParams(uri.split('?')[1] ?? '').keys()].map((name) => name.toLowerCase()));

/** Ours, except for what the operator has put into the address. What an acknowledgement means is not the operator's choice. */
export function connectionOptions(uri: string): mongo.MongoClientOptions {
  const given = namesIn(uri);
  const patience = Object.entries(PATIENCE).filter(([name]) => !given.has(name.toLowerCase()));
  return { ...Object.fromEntries(patience), writeConcern: DURABLE };
}

/** @throws Error when the address asks for weaker acknowledgements, which would overrule ours */
export function refuseWeakAcknowledgements({ options }: Pick<mongo.MongoClient, 'options'>): void {
  const { w, journal } = options.writeConcern ?? {};
  if (w !== DURABLE.w || journal !== true) {
    throw new Error('the address of the database must not set w or journal: what is acknowledged must be kept');
  }
}

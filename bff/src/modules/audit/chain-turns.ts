import type { Model } from 'mongoose';
import { storedModel } from '../../database/validators/stored-model';
import { date, text } from '../../database/validators/stored-shape';

/** How a process that loses the race for the chain's end again and again asks the others to let it in. */
export interface ChainTurns {
  ask(): Promise<void>;
  /** It was let in. */
  thank(): Promise<void>;
  /** Whether another process asks. */
  areAsked(): Promise<boolean>;
}

/** A process that asks, and until when it is listened to: it may have died. */
export interface AuditTurnRecord {
  readonly _id: string;
  readonly until: Date;
}

export type AuditTurnModel = Model<AuditTurnRecord>;
export const auditTurnModel = storedModel<AuditTurnRecord>('AuditTurn', 'audit_turns')({ _id: text, until: date });

const ASKED_MS = 2000;
/** A question that is lost costs a race, and nothing is built upon it. */
const QUICK = { writeConcern: { w: 1 } } as const;
const unheard = (): null => null;

/** `me`: unique among processes. Times are the machine's own: those of the business are of no use between processes. */
export const mongoChainTurns = ({ collection }: AuditTurnModel, me: string): ChainTurns => {
  const mine = { _id: me as never };
  return {
    async ask() {
      const until = new Date(Date.now() + ASKED_MS);
      await collection.updateOne(mine, { $set: { until } }, { upsert: true, ...QUICK }).catch(unheard);
    },
    async thank() {
      await collection.deleteOne(mine, QUICK).catch(unheard);
    },
    async areAsked() {
      const asking = { until: { $gt: new Date() }, _id: { $ne: me as never } };
      return (await collection.findOne(asking, { projection: { _id: 1 } }).catch(unheard)) !== null;
    },
  };
};

import type { Connection } from 'mongoose';
import { openActNotes } from '../../bff/src/http/act-notes';
import type { RingKey } from '../../bff/src/keys/key-ring';
import { type Act, auditEntryModel, auditTurnModel, mongoAuditLog } from '../../bff/src/modules/audit';
import type { Operator } from './operator-name';

/** What is done, before it is begun. */
export interface PlannedAct {
  /** `operator.<command>` */
  readonly action: string;
  readonly object: string | null;
}

export interface Performed<Result> {
  readonly result: Result;
  /** `done` when left out. */
  readonly outcome?: string;
  /** What was made, where it had no id before. */
  readonly object?: string;
}

/** Puts what a command does into the audit log, as done by its operator. */
export interface OperationRecorder {
  /**
   * Records that an act begins, does it, and records how it ended, with what it noted. What cannot be recorded is not begun.
   * @throws Error, and whatever `work` throws
   */
  perform<Result>(act: PlannedAct, work: () => Promise<Performed<Result>>): Promise<Result>;
  /** One record of what was done. */
  record(act: PlannedAct & Pick<Act, 'outcome' | 'notes'>): Promise<void>;
  close(): Promise<void>;
}

/** A code, never a message: it may quote what was typed. */
const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(typeof code === 'string' ? code : (name ?? 'Error')).slice(0, 60);
};

export function createOperationRecorder(
  connection: Connection,
  key: RingKey,
  { operator, now }: { readonly operator: Operator; readonly now: () => Date },
): OperationRecorder {
  const entries = connection.models.AuditEntry ?? auditEntryModel(connection);
  const turns = connection.models.AuditTurn ?? auditTurnModel(connection);
  const auditLog = mongoAuditLog(entries, turns, key);
  const record: OperationRecorder['record'] = ({ notes, ...act }) =>
    auditLog.append({
      at: now(),
      actor: { kind: 'operator', id: operator.name, role: null },
      partOf: null,
      address: null,
      requestId: null,
      notes: { ...notes, osUser: operator.osUser },
      ...act,
    });
  return {
    record,
    async perform(act, work) {
      await record({ ...act, outcome: 'begun' }).catch((cause: unknown) => {
        throw new Error('the audit log cannot be written, so nothing was begun', { cause });
      });
      const { notes, during } = openActNotes();
      const performed = await during(work).catch(async (error: unknown) => {
        // That it was begun stands in the log already; why it failed is worth more here than that this cannot be written.
        await record({ ...act, outcome: codeOf(error), notes }).catch(() => undefined);
        throw error;
      });
      const { result, object = act.object, outcome = 'done' } = performed;
      await record({ action: act.action, object, outcome, notes }).catch((cause: unknown) => {
        throw new Error('it was done, but the audit log holds only that it was begun', { cause });
      });
      return result;
    },
    close: () => auditLog.close(),
  };
}

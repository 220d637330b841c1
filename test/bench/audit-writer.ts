import { createConnection } from 'mongoose';
import { auditEntryModel, auditTurnModel, mongoAuditLog } from '../../bff/src/modules/audit';
import { sampleAct } from '../../bff/src/modules/audit/testing/sample-act';
import { SAMPLE_KEY } from '../../bff/src/modules/audit/testing/sample-key';
import { answerOrders } from './measured-process';

/** Requests under way in one process. */
const AT_ONCE = 64;

/** A process that has nothing to do but to record acts, as a BFF does beside its work. */
async function write(): Promise<void> {
  const connection = await createConnection(process.env.MONGODB_URI ?? '').asPromise();
  const log = mongoAuditLog(auditEntryModel(connection), auditTurnModel(connection), SAMPLE_KEY);
  let [isMeasured, stored, slowest] = [false, 0, 0];
  const lane = async (): Promise<void> => {
    while (isMeasured) {
      const began = performance.now();
      await log.append(sampleAct(stored));
      stored += 1;
      slowest = Math.max(slowest, performance.now() - began);
    }
  };
  answerOrders({
    begin() {
      [isMeasured, stored, slowest] = [true, 0, 0];
      for (let count = 0; count < AT_ONCE; count += 1) void lane();
    },
    end() {
      isMeasured = false;
      return { stored, slowest };
    },
  });
  process.send?.('ready');
}

void write();

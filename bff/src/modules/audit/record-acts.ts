import { isAudited } from '@acceptance/shared';
import type { Logger } from 'pino';
import { rolesText } from '../../http/act-notes';
import type { EndpointCall, RecordCall } from '../../http/endpoint-call';
import type { RecordedRun } from '../../jobs/run-job';
import type { AuditLog } from './audit-log';
import type { Act, AuditActor } from './audit-record';
import { objectOfCall } from './object-of-call';
import type { RefusalGate } from './refusal-gate';
import { storedSubject, typedSubjects } from './typed-subjects';

export interface ActRecorder {
  readonly recordCall: RecordCall;
  /** @throws AppError server.unavailable */
  recordJob(run: RecordedRun): Promise<void>;
  /**
   * Records counts of refusals that got no entry of their own. `everything`: also of the running minute.
   * Never throws: a count that cannot be recorded is logged.
   */
  recordWithheld(now: Date, everything?: boolean): Promise<void>;
}

export interface ActRecorderDependencies {
  readonly auditLog: Pick<AuditLog, 'append'>;
  /** Counts an act with those of the same minute. @throws AppError server.unavailable */
  readonly countAct: (act: Act) => Promise<void>;
  readonly gate: RefusalGate;
  /** Keyed hash of something that must not be stored in clear. */
  readonly keyedHash: (value: string, purpose: string) => string;
  readonly logger: Logger;
}

const NOBODY: AuditActor = { kind: 'anonymous', id: null, role: null };

/** A provider has proved itself only when its call was accepted. */
function actorOf({ endpoint, actor, outcome }: EndpointCall): AuditActor {
  const { access } = endpoint;
  if (!actor) {
    return access === 'provider' && outcome === 'done'
      ? { kind: 'provider', id: endpoint.id.split('.')[1] ?? null, role: null }
      : NOBODY;
  }
  if (actor.kind === 'applicant') {
    return { kind: 'applicant', id: actor.id, role: null };
  }
  const roles = typeof access === 'object' ? actor.roles.filter((role) => access.staff.includes(role)) : [];
  return { kind: 'staff', id: actor.id, role: roles.length > 0 ? roles.join('+') : null };
}

/** With the roles that a member of staff had, whichever of them the endpoint was open to. */
const notesOf = ({ actor, notes }: EndpointCall): Act['notes'] =>
  actor?.kind === 'staff' ? { ...notes, callerRoles: rolesText(actor.roles) } : notes;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Records calls of endpoints and runs of jobs. */
export function createActRecorder({
  auditLog,
  countAct,
  gate,
  keyedHash,
  logger,
}: ActRecorderDependencies): ActRecorder {
  const actOf = (call: EndpointCall): Act => ({
    at: call.now,
    actor: actorOf(call),
    action: call.endpoint.id,
    ...objectOfCall(call),
    address: keyedHash(call.address, 'audit.address'),
    outcome: call.outcome,
    // A caller may bring a request id of its own, and it may hold anything.
    requestId: UUID.test(call.requestId) ? call.requestId : keyedHash(call.requestId, 'audit.request-id'),
    subjects: typedSubjects(call).map((subject) => storedSubject(subject, keyedHash)),
    notes: notesOf(call),
  });

  /** The rate limiter's refusals: the one that shows that a limit was reached, not those behind it. */
  const isBehindLimit = ({ outcome, endpoint, callsInWindow }: EndpointCall): boolean =>
    outcome === 'request.too_frequent' &&
    callsInWindow !== null &&
    callsInWindow > (endpoint.rateLimit?.limit ?? 0) + 1;

  async function recordRefusal(call: EndpointCall): Promise<void> {
    const act = actOf(call);
    if (isBehindLimit(call)) {
      gate.withhold(act);
      return;
    }
    if (!gate.admits(act)) {
      return;
    }
    try {
      await auditLog.append(act);
    } catch {
      // Nothing was done and nothing shown, so the caller gets the refusal all the same.
      logger.error({ requestId: call.requestId, endpoint: call.endpoint.id }, 'a refusal could not be recorded');
    }
  }

  return {
    async recordCall(call) {
      if (!isAudited(call.endpoint)) {
        return;
      }
      if (call.outcome !== 'done') {
        await recordRefusal(call);
        return;
      }
      await (call.endpoint.audited === 'each-minute' ? countAct(actOf(call)) : auditLog.append(actOf(call)));
    },
    recordJob: ({ at, object, job, outcome, notes }) =>
      auditLog.append({
        at,
        actor: { kind: 'system', id: 'dispatcher', role: null },
        action: `job.${job}`,
        object,
        partOf: null,
        address: null,
        outcome,
        requestId: null,
        notes,
      }),
    async recordWithheld(now, everything) {
      const summaries = gate.take(now, everything).map(({ at, actor, address, count }) =>
        auditLog.append({
          at,
          actor,
          action: 'audit.refusalsWithheld',
          object: null,
          partOf: null,
          address,
          outcome: `count:${count}`,
          requestId: null,
        }),
      );
      const failed = (await Promise.allSettled(summaries)).filter(({ status }) => status === 'rejected').length;
      if (failed > 0) {
        logger.error({ failed }, 'counts of refusals could not be recorded');
      }
    },
  };
}

import type { AnyEndpoint, HandlerInput } from '@acceptance/shared';
import type { PipelineStage } from 'mongoose';

/** Documents of one collection, found by what needs no look at anything else. */
export interface JoinedRead {
  readonly from: string;
  readonly pipeline: PipelineStage.Lookup['$lookup']['pipeline'];
}

/** Of an applicant who calls: what to read with the check of them. */
export type ReadForCaller = (callerId: string) => JoinedRead | null;

/**
 * What a handler answers from, read by the command that checks who calls: a command costs more than all the rest of a small
 * answer. It finds only what is the caller's own, for it is asked before anybody knows whether the caller may ask. Null: there
 * is nothing to be found, and the handler says why.
 */
export type ReadAlongside<E extends AnyEndpoint> = (
  call: Pick<HandlerInput<E>, 'params' | 'query'>,
  callerId: string,
) => JoinedRead | null;

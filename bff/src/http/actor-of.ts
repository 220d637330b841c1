import { AppError } from '@acceptance/shared';
import type { Actor, RequestContext } from './request-context';

type ActorOfKind<K extends Actor['kind']> = Extract<Actor, { kind: K }>;

function actorOf<K extends Actor['kind']>(context: RequestContext, kind: K): ActorOfKind<K> {
  if (context.actor?.kind !== kind) {
    throw new AppError('auth.forbidden');
  }
  return context.actor as ActorOfKind<K>;
}

/** The signed-in applicant; the binding has already checked the access, this tells the compiler. */
export const applicantOf = (context: RequestContext) => actorOf(context, 'applicant');

/** The signed-in member of staff. */
export const staffOf = (context: RequestContext) => actorOf(context, 'staff');

import { ApiError, type DraftChanges, endpoints, type OrderView } from '@acceptance/shared';
import { call } from '../../../api/client';
import { clientError } from '../../../text/client-error';
import { changesToSend, type DraftSync, noteSent, takeSaved, takeStored } from './draft-sync';

/** Each lost try is somebody else's save of the same field. */
const MOST_TRIES = 5;

/** The draft as it is while requests are under way, and where its changes go. */
export interface SaveDraftOptions {
  readonly orderId: string;
  readonly read: () => DraftSync | null;
  readonly put: (next: DraftSync) => void;
  readonly onSaved: (order: OrderView) => void;
}

/** One request; when somebody else was quicker, what they typed is taken over instead. Whether nothing stood in its way. */
async function sendChanges({ orderId, read, put, onSaved }: SaveDraftOptions, changes: DraftChanges): Promise<boolean> {
  const params = { orderId };
  const take = (order: OrderView, taken: (sync: DraftSync) => DraftSync) => {
    const sync = read();
    if (sync) {
      put(taken(sync));
    }
    onSaved(order);
  };
  try {
    const answer = await call(endpoints.orders.saveForm, { params, body: changes });
    take(answer, (sync) => takeSaved(sync, changes, answer));
    return true;
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'orders.changed_elsewhere')) {
      throw error;
    }
    const theirs = await call(endpoints.orders.readOrder, { params });
    take(theirs, (sync) => takeStored(sync, theirs));
    return false;
  }
}

/** Saves what was changed here, all but what the person has to choose between. */
export async function saveDraft(options: SaveDraftOptions): Promise<void> {
  const { read, put } = options;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const sync = read();
    const changes = sync && changesToSend(sync);
    if (!sync || !changes) {
      return;
    }
    put(noteSent(sync, changes));
    if (await sendChanges(options, changes)) {
      return;
    }
  }
  throw clientError('request.conflict');
}

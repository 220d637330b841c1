/** Something that the developers should hear of; the person sees it, if at all, as a problem on the page. */
export type Incident =
  | { readonly kind: 'error' | 'rejection'; readonly error: unknown }
  | { readonly kind: 'slow-request'; readonly endpoint: string; readonly durationMs: number }
  | { readonly kind: 'page-not-found'; readonly path: string };

type Listener = (incident: Incident) => void;

const listeners = new Set<Listener>();

/** Passes an incident on to whoever reports it. Never throws: it is called where something has failed already. */
export function tellIncident(incident: Incident): void {
  for (const listener of listeners) {
    try {
      listener(incident);
    } catch {
      // A reporter that fails must not become the next incident.
    }
  }
}

/** Returns the way to stop listening. */
export function listenForIncidents(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

import type { Connection } from 'mongoose';
import type { OutboxStore } from '../database/outbox-store';
import type { SealedCollection } from '../database/reseal/sealed-collection';
import type { BindEndpoint } from '../http/bind-endpoint';
import type { JobGroup } from '../jobs/job-handler';
import type { Sweep } from '../jobs/sweeps';
import type { GaugeGroup } from '../metrics/gauge-group';

/**
 * What an area of the product brings, said in its one file `modules/<area>/<area>.area.ts`. `Provided` is what there is
 * for it to use: the foundations, the adapters, and what all areas of `areas.ts` bring. Each part names only what it
 * needs of that; an area that needs what nobody brings does not compile in `areas.ts`.
 */
export interface Area<in Provided> {
  readonly name: string;
  /** Its collections, by the name under which others may ask for them. */
  readonly models?: (connection: Connection) => object;
  /** What it keeps sealed in the database: a new key comes to what is declared here. */
  readonly sealed?: readonly SealedCollection[];
  /** What it makes once for others; it may use what earlier areas of the list made. */
  readonly services?: (needs: Provided) => object;
  readonly bind?: (bind: BindEndpoint, needs: Provided) => void;
  /** Outboxes, by the kind of their owner: with its id, the object in the audit log. */
  readonly queues?: Readonly<Record<string, (needs: Provided) => OutboxStore>>;
  readonly jobs?: readonly JobGroup<Provided>[];
  readonly sweeps?: (needs: Provided) => readonly Sweep[];
  /** What `/metrics` shows of it; no label may name a person. */
  readonly gauges?: (needs: Provided) => readonly GaugeGroup[];
  /** Ends what the area's services have begun, when the process stops. */
  readonly close?: (needs: Provided) => Promise<void>;
}

/** An area that has not met what it needs yet: what an area file `satisfies`. */
export type AnyArea = Area<never>;

type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (member: infer All) => void
  ? All
  : never;
type MadeBy<Member, Part extends 'models' | 'services'> = Member extends {
  readonly [P in Part]: (...args: never[]) => infer Made;
}
  ? Made
  : never;

/** The models that a list of areas brings. */
export type ModelsOf<List extends readonly AnyArea[]> = Intersection<MadeBy<List[number], 'models'>>;
/** The services that a list of areas brings. */
export type ServicesOf<List extends readonly AnyArea[]> = Intersection<MadeBy<List[number], 'services'>>;

/** One series of a gauge. Labels are names of our own code: never a person, an id or what somebody typed. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

interface GaugeDefinition {
  readonly help: string;
  /** Names of the labels that its samples have. */
  readonly labels?: readonly string[];
}

export type Readings<Name extends string = string> = Readonly<Record<Name, readonly Sample[]>>;

/** Gauges that are read together when somebody asks for the metrics. */
export interface GaugeGroup<Name extends string = string> {
  /** Where the readings come from; a label of reads that failed. */
  readonly source: string;
  readonly gauges: Readonly<Record<Name, GaugeDefinition>>;
  /** How long a reading is good, so that many scrapes read the database once; absent: read at each scrape. */
  readonly keepMs?: number;
  readonly read: () => Readings<Name> | Promise<Readings<Name>>;
}

/** A group whose reading misses one of its gauges, or names another one, does not compile. */
export const defineGauges = <Name extends string>(group: GaugeGroup<Name>): GaugeGroup => group;

/** How long what costs the database a query is kept. */
export const KEEP_STORED_MS = 5000;

/** One sample for each name, under the one label that the gauge has. */
export const samplesBy = <Name extends string>(
  label: string,
  names: readonly Name[],
  readValue: (name: Name) => number,
): Sample[] => names.map((name) => ({ labels: { [label]: name }, value: readValue(name) }));

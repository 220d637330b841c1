import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongodbError } from '../errors/mongodb-error';
import type { WatchedQuery } from '../planning/watched-query';
import { type QueryShape, shapeOf } from './query-shape';

/** For tests: a query that would be slow where there are many documents is refused where there are few. */
export interface Strictness {
  /** Collections that may be looked at as a whole. */
  readonly smallCollections: readonly string[];
  /** By which what nobody sorted is put into another order than that of insertion. */
  readonly shuffleSeed: number;
  /** A folder for a list of all that was asked; then nothing is refused. */
  readonly queryLog?: string | undefined;
}

/** Refuses what has no index, as a server with the parameter `notablescan` does, and keeps what it saw. */
export class QueryJudge {
  private readonly seen = new Map<string, QueryShape>();
  private readonly refused = new Set<string>();
  private judges = false;

  constructor(private readonly strictness: Strictness) {}

  /** Migrations look at everything, once. */
  readonly refuse = (refuses: boolean): void => {
    this.judges = refuses;
  };

  readonly watch = (query: WatchedQuery): void => {
    if (!this.judges) return;
    const shape = shapeOf(query);
    this.seen.set(JSON.stringify(shape), shape);
    const { smallCollections, queryLog } = this.strictness;
    if (!shape.scans || shape.remark !== null || smallCollections.includes(shape.collection)) return;
    const problem = `no index for ${shape.command} of ${shape.collection} by (${shape.filter}), sorted by (${shape.sort}): ${shape.answered}`;
    if (queryLog !== undefined) return;
    this.refused.add(problem);
    throw new MongodbError('NoQueryExecutionPlans', problem);
  };

  /** One sentence for each kind of query that was refused since this was last asked. */
  refusals(): readonly string[] {
    const told = [...this.refused];
    this.refused.clear();
    return told;
  }

  /** Called when the server ends. */
  writeLog(name: string): void {
    if (this.strictness.queryLog === undefined) return;
    writeFileSync(join(this.strictness.queryLog, `${name}.json`), JSON.stringify([...this.seen.values()]));
  }
}

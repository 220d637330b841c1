// A program for durable-process.test.ts: starts the stand-in in a process, tells its address, and then just lives.
import { startMongodbStandInProcess } from '../index';

void startMongodbStandInProcess().then(({ port }) => process.stdout.write(`${port}\n`));

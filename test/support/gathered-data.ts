import { gatherData } from '../../bff/src/modules/personal-data/gather-data';
import type { TestSystem } from './test-system';

/** What an export of somebody's data would hold now, by the paths in its ZIP. */
export async function gatheredFiles(system: TestSystem, accountId: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const { path, content } of gatherData(system.container(), accountId, system.clock.now())) {
    const chunks: Buffer[] = [];
    for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
      chunks.push(chunk);
    }
    files.set(path, Buffer.concat(chunks));
  }
  return files;
}

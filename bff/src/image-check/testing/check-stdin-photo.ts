import { buffer } from 'node:stream/consumers';
import { createImageChecker } from '../create-image-checker';

/** Checks the ID photo that comes on stdin and writes its facts as JSON: the checker as a program started by tsx uses it. */
async function main(): Promise<void> {
  const checker = createImageChecker({ workers: 1 });
  const bytes = await buffer(process.stdin);
  const facts = await checker.check({ bytes, declaredMediaType: 'image/jpeg', purpose: 'id-card-front' });
  process.stdout.write(JSON.stringify(facts));
  await checker.close();
}

void main();

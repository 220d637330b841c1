import type { FileRecord } from '../../bff/src/modules/files';
import type { StoryContext } from '../../scripts/story/story-context';
import { storedOrder } from './stored-state';
import type { TestSystem } from './test-system';

/** Id of the ink that was made of the signature in the story's order. */
export async function inkIdOf(system: TestSystem, context: StoryContext): Promise<string> {
  const { signature } = await storedOrder(system, context);
  const file = await system.container().files.findOne({ _id: signature!.id }).lean<FileRecord>();
  return file!.inkId!;
}

/** Makes the signature one from before ink was stored: the picture alone is left. */
export async function forgetInk(system: TestSystem, context: StoryContext): Promise<void> {
  const inkId = await inkIdOf(system, context);
  const { files, fileStore } = system.container();
  await files.updateOne({ inkId }, { $unset: { inkId: 1 } });
  await fileStore.delete(inkId);
}

import type { Page } from 'playwright-core';

type Point = readonly [x: number, y: number];

/** Draws strokes on a canvas with the mouse; points are shares of its width and height. */
export async function drawOn(page: Page, selector: string, strokes: readonly (readonly Point[])[]): Promise<void> {
  const canvas = page.locator(selector).locator('visible=true').first();
  // The page slides in: hovering waits until the canvas stands still.
  await canvas.hover();
  const box = await canvas.boundingBox();
  if (!box) {
    throw new Error(`${selector} is not to be seen`);
  }
  const { mouse } = page;
  for (const stroke of strokes) {
    for (const [index, [x, y]] of stroke.entries()) {
      await mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: index === 0 ? 1 : 12 });
      if (index === 0) {
        await mouse.down();
      }
    }
    await mouse.up();
  }
}

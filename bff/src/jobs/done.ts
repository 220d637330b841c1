/** What a handler answers whose work has no second part. */
export async function done(work: Promise<void>): Promise<'done'> {
  await work;
  return 'done';
}

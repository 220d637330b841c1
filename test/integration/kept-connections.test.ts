import { startDemoSystem } from '../../scripts/demo/start-demo-system';

it('keeps connections as long as the product does: after a test was busy for seconds its next call is not lost', async () => {
  const demo = await startDemoSystem({ runJobs: false });
  try {
    for (const url of [`${demo.origin}/api/livez`, demo.standIns.tencentCloud.url]) {
      const answer = await fetch(url);
      await answer.arrayBuffer();
      expect(answer.headers.get('keep-alive')).toBe('timeout=75');
    }
  } finally {
    await demo.stop();
  }
});

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createHost } from './host';
import { createConsoleBackend } from './phone/wechat-backend';
import { serveAutomation } from './protocol/serve-automation';

/**
 * The host as a process of its own: prints `ws://127.0.0.1:PORT` when the mini-program is there; ends with its parent's
 * signal. `--app` folder with app.json, `--origin` where the API really runs, `--built-in-origin` where the build thinks
 * it is, `--console` the stand-ins' console (sign-in by WeChat and payments need it).
 */
const { values } = parseArgs({
  options: {
    app: { type: 'string', default: join(__dirname, '../../miniapp/dist/weapp') },
    port: { type: 'string', default: '0' },
    origin: { type: 'string' },
    'built-in-origin': { type: 'string', default: 'http://127.0.0.1:3000' },
    console: { type: 'string' },
    'app-id': { type: 'string', default: 'touristappid' },
    'open-id': { type: 'string', default: 'oDemo_0000000000000000000001' },
  },
});

async function main(): Promise<void> {
  const { app, origin, console: consoleUrl, 'app-id': appId, 'open-id': openId } = values;
  const host = createHost({
    appFolder: resolve(app),
    appId,
    backend: consoleUrl ? createConsoleBackend({ consoleUrl, appId, openId }) : undefined,
    network: { origins: origin ? { [values['built-in-origin']]: origin } : {} },
  });
  // The realm's promises belong to the mini-program; anything else is a fault of the host and ends it.
  process.on('unhandledRejection', (reason, promise) => {
    if (!host.unhandledRejection(reason, promise)) throw reason;
  });
  await host.launch();
  const server = await serveAutomation(host, Number(values.port));
  console.log(server.wsEndpoint);
  const end = () => {
    host.kill();
    void server.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

void main();

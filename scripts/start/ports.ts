import { createServer } from 'node:net';

/** Where `npm start` listens; each can be moved by an environment variable. */
export const PORTS = {
  app: Number(process.env.APP_PORT ?? 8080),
  console: Number(process.env.CONSOLE_PORT ?? 8090),
  bff: Number(process.env.BFF_PORT ?? 3000),
  mongodb: Number(process.env.MONGODB_PORT ?? 27117),
  wechat: Number(process.env.WECHAT_PORT ?? 8101),
  wechatPay: Number(process.env.WECHAT_PAY_PORT ?? 8102),
  tencentCloud: Number(process.env.TENCENT_CLOUD_PORT ?? 8103),
  mail: Number(process.env.MAIL_PORT ?? 8104),
  ejbca: Number(process.env.EJBCA_PORT ?? 8105),
  kuaidi100: Number(process.env.KUAIDI100_PORT ?? 8106),
  trust: Number(process.env.TRUST_PORT ?? 8107),
} as const;

export type PortName = keyof typeof PORTS;

const VARIABLES: Record<PortName, string> = {
  app: 'APP_PORT',
  console: 'CONSOLE_PORT',
  bff: 'BFF_PORT',
  mongodb: 'MONGODB_PORT',
  wechat: 'WECHAT_PORT',
  wechatPay: 'WECHAT_PAY_PORT',
  tencentCloud: 'TENCENT_CLOUD_PORT',
  mail: 'MAIL_PORT',
  ejbca: 'EJBCA_PORT',
  kuaidi100: 'KUAIDI100_PORT',
  trust: 'TRUST_PORT',
};

const isBusy = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });

/** One line per port that something else holds, with what to do; empty when all are free. */
export async function busyPorts(unused: readonly PortName[] = []): Promise<string[]> {
  const names = (Object.keys(PORTS) as PortName[]).filter((name) => !unused.includes(name));
  const busy = await Promise.all(names.map((name) => isBusy(PORTS[name])));
  return names
    .filter((_, index) => busy[index])
    .map(
      (name) =>
        `Port ${PORTS[name]} (${name}) is busy: is the application running already? Stop it, or set ${VARIABLES[name]} to another port.`,
    );
}

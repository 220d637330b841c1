import { type AgentArguments, readAgentArguments, USAGE } from './agent-arguments';
import { createPkcs11Driver } from './pkcs11/create-pkcs11-driver';
import { startAgent } from './start-agent';

const shown = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

function readArguments(): AgentArguments | null {
  try {
    return readAgentArguments(process.argv.slice(2), process.platform, process.env);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return null;
  }
}

async function serve({ module, origins, port, stateFolder, forgetPairings }: AgentArguments): Promise<void> {
  const agent = await startAgent({
    driver: await createPkcs11Driver(module),
    origins,
    port,
    stateFolder,
    forgetPairings,
    now: () => new Date(),
    print: (line) => console.log(`${new Date().toISOString()} ${line}`),
    showCode: ({ origin, code, seconds }) =>
      console.log(
        `\n${origin} 请求使用本机的 UKey。\n如果是您本人打开的页面，请在页面里输入配对码：\n\n    ${shown(code)}\n\n${seconds} 秒内有效，只能用一次。不是您本人操作时请不要告诉任何人。\n`,
      ),
  });
  console.log(`UKey 助手已启动：http://127.0.0.1:${agent.port}，允许的网站：${origins.join('、')}。按 Ctrl-C 退出。`);
  const stop = (): void => void agent.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function main(): Promise<void> {
  const args = readArguments();
  if (!args) {
    process.exitCode = 2;
    return;
  }
  try {
    await serve(args);
  } catch (error) {
    const isRunning = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(
      isRunning ? `UKey 助手已经在运行（端口 ${args.port}）。` : `UKey 助手无法启动：${(error as Error).message}`,
    );
    process.exit(1);
  }
}

void main();

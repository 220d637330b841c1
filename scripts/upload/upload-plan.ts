import * as v from 'valibot';

/** What `npm run upload:miniapp` needs to know from outside. */
export interface UploadEnvironment {
  /** The operator's appid, wx and 16 letters or digits. */
  readonly MINIAPP_APPID?: string;
  /** Path of the upload key from 微信公众平台 → 开发管理 → 开发设置 → 小程序代码上传. Never in the repository. */
  readonly MINIAPP_UPLOAD_KEY?: string;
  /** The address that the build was made for. */
  readonly MINIAPP_API_BASE_URL?: string;
  /** Which of WeChat's upload robots, 1 to 30; default 1. */
  readonly MINIAPP_UPLOAD_ROBOT?: string;
}

export interface UploadFacts {
  /** package.json. */
  readonly packageVersion: string;
  /** Short hash of the commit; `dirty` when files are changed. */
  readonly commit: string;
  readonly dirty: boolean;
  /** Subjects of the commits since the last tag, newest first. */
  readonly changes: readonly string[];
  readonly root: string;
  /** project.config.json. */
  readonly projectConfig: unknown;
}

/** The arguments of miniprogram-ci's `Project` and `upload`. */
export interface UploadPlan {
  readonly project: {
    readonly appid: string;
    readonly type: 'miniProgram';
    readonly projectPath: string;
    readonly privateKeyPath: string;
    readonly ignores: readonly string[];
  };
  readonly upload: {
    readonly version: string;
    readonly desc: string;
    readonly robot: number;
    readonly setting: Readonly<Record<string, boolean>>;
  };
}

/** What is missing or wrong before an upload; the messages say what to do. */
export class UploadRefusal extends Error {
  override readonly name = 'UploadRefusal';
}

const projectConfigSchema = v.object({ setting: v.record(v.string(), v.unknown()) });
const DESCRIPTION_LENGTH = 200;

function requireAppid(appid: string | undefined): string {
  if (!appid || !/^wx[0-9a-f]{16}$/.test(appid)) {
    throw new UploadRefusal('Set MINIAPP_APPID to the appid of the mini-program (wx and 16 characters).');
  }
  return appid;
}

function requireReleaseAddress(address: string | undefined): void {
  if (!address?.startsWith('https://')) {
    throw new UploadRefusal(
      'Set MINIAPP_API_BASE_URL to the https address of the API and run `npm run build` with it: WeChat reaches no other.',
    );
  }
}

function robotOf(text: string | undefined): number {
  const robot = Number(text ?? '1');
  if (!Number.isInteger(robot) || robot < 1 || robot > 30) {
    throw new UploadRefusal('MINIAPP_UPLOAD_ROBOT is a number from 1 to 30.');
  }
  return robot;
}

/** `0.1.0` of a clean checkout, `0.1.0-dirty` otherwise; the commit stands in the description. */
const versionOf = ({ packageVersion, dirty }: UploadFacts): string =>
  dirty ? `${packageVersion}-dirty` : packageVersion;

const describe = ({ commit, changes }: UploadFacts): string => {
  const text = [commit, ...changes].join('\n');
  const letters = Array.from(text);
  return letters.length > DESCRIPTION_LENGTH ? `${letters.slice(0, DESCRIPTION_LENGTH - 1).join('')}…` : text;
};

/** Only switches are settings of the upload; the bundle is compiled already, as project.config.json says. */
const settingsOf = (projectConfig: unknown): Record<string, boolean> => {
  const { setting } = v.parse(projectConfigSchema, projectConfig);
  const { es6 = false, minified = false, minifyWXSS = false, minifyWXML = false } = setting;
  return {
    es6: es6 === true,
    minify: minified === true,
    minifyWXSS: minifyWXSS === true,
    minifyWXML: minifyWXML === true,
  };
};

/**
 * What is uploaded, and as what.
 * @throws UploadRefusal when the environment lacks something
 */
export function planUpload(environment: UploadEnvironment, facts: UploadFacts): UploadPlan {
  const appid = requireAppid(environment.MINIAPP_APPID);
  if (!environment.MINIAPP_UPLOAD_KEY) {
    throw new UploadRefusal('Set MINIAPP_UPLOAD_KEY to the path of the upload key (微信公众平台, 小程序代码上传).');
  }
  requireReleaseAddress(environment.MINIAPP_API_BASE_URL);
  return {
    project: {
      appid,
      type: 'miniProgram',
      projectPath: facts.root,
      privateKeyPath: environment.MINIAPP_UPLOAD_KEY,
      ignores: ['node_modules/**/*'],
    },
    upload: {
      version: versionOf(facts),
      desc: describe(facts),
      robot: robotOf(environment.MINIAPP_UPLOAD_ROBOT),
      setting: settingsOf(facts.projectConfig),
    },
  };
}

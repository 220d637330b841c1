import { planUpload, type UploadEnvironment, type UploadFacts, UploadRefusal } from './upload-plan';

const environment: UploadEnvironment = {
  MINIAPP_APPID: 'wx0123456789abcdef',
  MINIAPP_UPLOAD_KEY: 'keys/private.key',
  MINIAPP_API_BASE_URL: 'https://api.example.com/api',
};
const facts: UploadFacts = {
  packageVersion: '0.1.0',
  commit: '9ad89fb',
  dirty: false,
  changes: ['feat(miniapp): the application on a phone', 'fix(bff): 退款重试'],
  root: 'checkout',
  projectConfig: { setting: { es6: false, minified: true, minifyWXSS: true, minifyWXML: true, urlCheck: true } },
};

describe('the upload of the mini-program', () => {
  it('takes key and appid from the operator, version and changes from the repository', () => {
    expect(planUpload(environment, facts)).toEqual({
      project: {
        appid: 'wx0123456789abcdef',
        type: 'miniProgram',
        projectPath: 'checkout',
        privateKeyPath: 'keys/private.key',
        ignores: ['node_modules/**/*'],
      },
      upload: {
        version: '0.1.0',
        desc: '9ad89fb\nfeat(miniapp): the application on a phone\nfix(bff): 退款重试',
        robot: 1,
        setting: { es6: false, minify: true, minifyWXSS: true, minifyWXML: true },
      },
    });
  });

  it('says when files were changed, and cuts a long history by whole characters', () => {
    const { upload } = planUpload(
      { ...environment, MINIAPP_UPLOAD_ROBOT: '7' },
      { ...facts, dirty: true, changes: ['𠮷'.repeat(300)] },
    );
    expect(upload).toMatchObject({ version: '0.1.0-dirty', robot: 7 });
    expect(Array.from(upload.desc)).toHaveLength(200);
    expect(upload.desc.endsWith('𠮷…')).toBe(true);
  });

  it.each([
    ['MINIAPP_APPID', { MINIAPP_APPID: undefined }],
    ['MINIAPP_APPID', { MINIAPP_APPID: 'touristappid' }],
    ['MINIAPP_UPLOAD_KEY', { MINIAPP_UPLOAD_KEY: undefined }],
    ['MINIAPP_API_BASE_URL', { MINIAPP_API_BASE_URL: 'http://127.0.0.1:3000/api' }],
    ['MINIAPP_API_BASE_URL', { MINIAPP_API_BASE_URL: undefined }],
    ['MINIAPP_UPLOAD_ROBOT', { MINIAPP_UPLOAD_ROBOT: '31' }],
    ['MINIAPP_UPLOAD_ROBOT', { MINIAPP_UPLOAD_ROBOT: 'first' }],
  ])('is refused for a missing or wrong %s, naming it', (name, change) => {
    const attempt = () => planUpload({ ...environment, ...change }, facts);
    expect(attempt).toThrow(UploadRefusal);
    expect(attempt).toThrow(name);
  });
});

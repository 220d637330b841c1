import { createHash } from 'node:crypto';

/**
 * In the mini-program's web-view WeChat's own script closes it; in a browser the page goes back to where H5 stood, which
 * `miniapp/src/platform/face-page.h5.ts` has left in this origin's sessionStorage. Nothing of the address is read.
 */
const SCRIPT = `
if (/miniProgram/i.test(navigator.userAgent)) {
  const sdk = document.createElement('script');
  sdk.src = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';
  sdk.onload = () => wx.miniProgram.navigateBack();
  document.head.append(sdk);
} else {
  const place = sessionStorage.getItem('face-return');
  sessionStorage.removeItem('face-return');
  if (place && place.startsWith('#/')) location.replace('/' + place);
}
`;

const scriptHash = createHash('sha256').update(SCRIPT).digest('base64');
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}' https://res.wx.qq.com`;

/** Where the vendor's page leads people: back. It knows and says nothing of the result, which the server asks for. */
export const RETURN_PAGE = Buffer.from(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>刷脸核验</title>
<style>body { font: 18px/1.6 sans-serif; margin: 32px 24px; }</style>
</head>
<body>
<h1>核验页面已结束</h1>
<p>正在返回。没有自动返回的，请点左上角返回，或回到刚才的页面查看结果。</p>
<p lang="en">Going back. If nothing happens, please go back to the page you came from.</p>
<script>${SCRIPT}</script>
</body>
</html>
`);

import {
  FAULT_TITLES,
  JOB_STATES,
  PARCEL_MOVES,
  PAY_STATES,
  REFUND_STATES,
  REFUSALS,
  STAND_IN_TITLES,
} from '/titles.js';

const byId = (id) => document.getElementById(id);
let state;
let highlighted;

/** An element with properties and children; texts are never read as markup. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

const time = (iso) => new Date(iso).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
const yuan = (fen) => `¥${(fen / 100).toFixed(2)}`;
const tag = (text, kind = '') => make('span', { className: `tag ${kind}` }, text);

let noticeTimer;
function tell(text) {
  const notice = byId('notice');
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => {
    notice.hidden = true;
  }, 3000);
}

async function call(path, input) {
  const options = input && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  };
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

function button(text, action, className = '') {
  const onclick = async (event) => {
    event.target.disabled = true;
    try {
      await action();
    } catch (error) {
      tell(error.message);
    }
    event.target.disabled = false;
  };
  return make('button', { type: 'button', className, onclick }, text);
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  tell(`已复制 ${text}`);
}

function fill(id, items, render, empty, tagName = 'li') {
  const rows = items.map(render);
  byId(id).replaceChildren(...(rows.length > 0 ? rows : [make(tagName, { className: 'empty' }, empty)]));
}

function smsItem(sms) {
  return make(
    'li',
    {},
    make(
      'div',
      { className: 'row quiet number' },
      sms.phoneNumber,
      make('span', { className: 'end' }, time(sms.receivedAt)),
    ),
    sms.code &&
      make(
        'div',
        { className: 'row' },
        make('span', { className: 'code' }, sms.code),
        make(
          'span',
          { className: 'end' },
          button('复制', () => copy(sms.code)),
        ),
      ),
    make('div', {}, sms.text),
  );
}

function mailItem(mail) {
  return smsItem({ ...mail, phoneNumber: mail.to, text: mail.subject });
}

function messageItem(message) {
  return make(
    'li',
    {},
    make(
      'div',
      { className: 'row' },
      make('strong', {}, message.title),
      make('span', { className: 'end quiet number' }, time(message.receivedAt)),
    ),
    ...message.fields.map((field) =>
      make('div', {}, make('span', { className: 'quiet' }, `${field.label}　`), field.value),
    ),
    make('div', { className: 'quiet mono' }, `${message.openId}${message.page ? ` → ${message.page}` : ''}`),
  );
}

function notificationLine(job) {
  const outcomes = job.attempts.map((attempt) => attempt.outcome).join(' · ');
  const next = job.state === 'waiting' && job.dueAt ? `（${time(job.dueAt)}）` : '';
  return make(
    'div',
    { className: 'quiet' },
    `通知 ${job.eventType}：${job.attempts.length === 0 ? '待发送' : JOB_STATES[job.state]}${next} ${outcomes}`,
  );
}

function paymentActions(payment) {
  const path = `/api/payments/${encodeURIComponent(payment.outTradeNo)}`;
  return make(
    'span',
    { className: 'end row' },
    button('取消', () => call(`${path}/cancel`, {})),
    !payment.notPayable && button('付款', () => call(`${path}/pay`, {}), 'primary'),
  );
}

/** What is still to be refunded of a payment, in fen. */
function refundable(payment) {
  const open = payment.refunds.filter((refund) => refund.status !== 'CLOSED');
  return payment.transactionId ? open.reduce((left, refund) => left - refund.refund, payment.total) : 0;
}

function refundLine(refund) {
  const path = `/api/refunds/${encodeURIComponent(refund.outRefundNo)}/notice`;
  const send = async () => {
    await call(path, {});
    tell('已发送退款通知');
  };
  return make(
    'div',
    { className: 'row' },
    make(
      'span',
      {},
      `${REFUND_STATES[refund.status]} ${yuan(refund.refund)} `,
      make('span', { className: 'quiet' }, refund.outRefundNo),
    ),
    refund.status !== 'PROCESSING' && make('span', { className: 'end' }, button('发退款通知', send)),
  );
}

function paymentItem(payment) {
  const [text, kind] = PAY_STATES[payment.state];
  return make(
    'li',
    { className: payment.outTradeNo === highlighted ? 'highlight' : '' },
    make(
      'div',
      { className: 'row' },
      make('span', { className: 'sum number' }, yuan(payment.total)),
      tag(text, kind),
      REFUSALS[payment.notPayable] && tag(REFUSALS[payment.notPayable], 'bad'),
      payment.state === 'NOTPAY' && payment.cancelledAt && tag('曾取消'),
      payment.state === 'NOTPAY' && paymentActions(payment),
      refundable(payment) > 0 &&
        make(
          'span',
          { className: 'end' },
          button('商户平台退款', () => call(`/api/payments/${encodeURIComponent(payment.outTradeNo)}/refund`, {})),
        ),
    ),
    make('div', {}, payment.description),
    make(
      'div',
      { className: 'quiet number' },
      `${payment.tradeType} · ${payment.outTradeNo} · ${time(payment.createdAt)}`,
    ),
    payment.state === 'NOTPAY' && payment.codeUrl && make('div', { className: 'mono' }, payment.codeUrl),
    ...payment.refunds.map(refundLine),
    ...payment.notifications.map(notificationLine),
  );
}

function parcelItem(parcel) {
  const scan = (state) =>
    call(`/api/parcels/${encodeURIComponent(parcel.number)}/scans`, { company: parcel.company, state });
  const newest = parcel.scans[0];
  return make(
    'li',
    {},
    make('div', { className: 'row number' }, `${parcel.company} ${parcel.number}`),
    make('div', { className: 'quiet' }, newest ? `${time(newest.at)} ${newest.text}` : '快递公司还没有记录'),
    make('div', { className: 'row' }, ...PARCEL_MOVES.map(([state, text]) => button(text, () => scan(state)))),
  );
}

function faultItem(fault) {
  const reach = [fault.remaining === null ? '直到关闭' : `还有 ${fault.remaining} 次`, fault.onPath]
    .filter(Boolean)
    .join(' · ');
  const off = () => call('/api/faults', { standIn: fault.standIn, fault: fault.fault, off: true });
  return make(
    'li',
    { className: 'row' },
    tag(STAND_IN_TITLES[fault.standIn]),
    make('span', {}, FAULT_TITLES[fault.fault], make('div', { className: 'quiet' }, reach)),
    make('span', { className: 'end' }, button('关闭', off)),
  );
}

const SIGNATURES = new Map([
  [true, ['正确', 'good']],
  [false, ['错误', 'bad']],
  [null, ['—', '']],
]);

function requestRow(request) {
  const [signature, kind] = SIGNATURES.get(request.signatureOk);
  const name = request.operation ?? `${request.path}${request.query ? `?${request.query}` : ''}`;
  const body =
    request.body === ''
      ? undefined
      : make(
          'pre',
          { className: 'mono' },
          typeof request.body === 'string' ? request.body : JSON.stringify(request.body, null, 2),
        );
  const title = `${request.method} ${name}`;
  const result = [request.errorCode, FAULT_TITLES[request.fault]].filter(Boolean).join(' · ');
  return make(
    'tr',
    {},
    make('td', { className: 'number' }, time(request.receivedAt)),
    make('td', {}, STAND_IN_TITLES[request.standIn]),
    make('td', { className: 'mono' }, body ? make('details', {}, make('summary', {}, title), body) : title),
    make(
      'td',
      {},
      tag(
        request.status === null ? '未回答' : String(request.status),
        request.status < 400 && request.status !== null ? '' : 'bad',
      ),
    ),
    make('td', {}, tag(signature, kind)),
    make('td', {}, result),
  );
}

function fillFaultChoices() {
  const { standIn, fault } = byId('fault').elements;
  if (standIn.options.length === 0) {
    standIn.append(
      ...Object.keys(state.faults.known).map((name) => make('option', { value: name }, STAND_IN_TITLES[name])),
    );
  }
  fault.replaceChildren(
    ...state.faults.known[standIn.value].map((name) => make('option', { value: name }, FAULT_TITLES[name])),
  );
}

function renderSms() {
  const wanted = byId('sms-filter').value.replace(/\s/g, '');
  fill(
    'sms',
    state.sms.filter((sms) => sms.phoneNumber.includes(wanted)),
    smsItem,
    '还没有短信。在小程序里点“获取验证码”试试。',
  );
}

/** Open details stay open over a refresh: rows are redrawn only when the newest request is another one. */
let newestRequest;
function renderRequests() {
  const newest = state.requests[0]?.id;
  if (newest === newestRequest && newestRequest !== undefined) return;
  newestRequest = newest;
  fill('requests', state.requests, requestRow, '还没有请求。', 'tr');
}

function render() {
  byId('stand-ins').replaceChildren(
    ...state.standIns.map(({ title, url }) => make('li', {}, `${title} ${url.replace('http://', '')}`)),
  );
  renderSms();
  fill('payments', state.payments, paymentItem, '还没有支付单。');
  fill('messages', state.subscriptionMessages, messageItem, '还没有订阅消息。');
  fill('mails', state.mails, mailItem, '还没有邮件。');
  fill('parcels', state.parcels, parcelItem, '还没有快递。');
  fill('active-faults', state.faults.active, faultItem, '一切正常，没有打开的故障。');
  renderRequests();
}

let refreshing = false;
let again = false;
async function refresh() {
  again = true;
  if (refreshing) return;
  refreshing = true;
  try {
    while (again) {
      again = false;
      state = await call('/api/state');
      if (byId('fault').elements.standIn.options.length === 0) fillFaultChoices();
      render();
    }
  } catch (error) {
    tell(error.message);
  } finally {
    refreshing = false;
  }
}

byId('sms-filter').oninput = renderSms;
byId('fault').elements.standIn.onchange = fillFaultChoices;
byId('fault').onsubmit = async (event) => {
  event.preventDefault();
  const { standIn, fault, times, onPath } = event.target.elements;
  try {
    await call('/api/faults', {
      standIn: standIn.value,
      fault: fault.value,
      times: times.value === '' ? undefined : Number(times.value),
      onPath: onPath.value,
    });
  } catch (error) {
    tell(error.message);
  }
};
byId('scan').onsubmit = async (event) => {
  event.preventDefault();
  try {
    highlighted = (await call('/api/phones/scan', { codeUrl: event.target.elements.codeUrl.value.trim() })).outTradeNo;
    render();
    document.querySelector('.highlight')?.scrollIntoView({ block: 'nearest' });
  } catch (error) {
    tell(error.message);
  }
};

const connection = byId('connection');
const events = new EventSource('/api/events');
events.onmessage = () => {
  connection.textContent = '实时更新';
  connection.className = 'live';
  refresh();
};
events.onerror = () => {
  connection.textContent = '连接中断，正在重连…';
  connection.className = '';
};

/** 13812341234 → 138****1234; anything that is no mobile number is hidden whole. */
export const maskPhone = (phone: string): string =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '*'.repeat(phone.length);

/** 11010519491231002X → 1101**********002X (first and last four; no rule prescribes it, it is our choice). */
export const maskIdNumber = (idNumber: string): string =>
  idNumber.length <= 8
    ? '*'.repeat(idNumber.length)
    : `${idNumber.slice(0, 4)}${'*'.repeat(idNumber.length - 8)}${idNumber.slice(-4)}`;

/** 张伟 → *伟, 欧阳小明 → ***明: only the last character stays. */
export const maskName = (name: string): string => {
  const characters = Array.from(name);
  return characters.length <= 1 ? '*' : `${'*'.repeat(characters.length - 1)}${characters[characters.length - 1]}`;
};

/** name@example.cn → n***@example.cn; anything that is no address is hidden whole. */
export const maskEmail = (email: string): string => {
  const [, first, domain] = /^([^@])[^@]*@([^@]+)$/u.exec(email) ?? [];
  return first && domain ? `${first}***@${domain}` : '***';
};

/** 示例市蓝天办公用品有限公司 → 示例*******有限公司: the first two and the last four characters stay, of a short name one. */
export const maskUnitName = (name: string): string => {
  const characters = Array.from(name);
  const [first, last] = characters.length >= 10 ? [2, 4] : [1, 0];
  const hidden = Math.max(1, characters.length - first - last);
  return `${characters.slice(0, first).join('')}${'*'.repeat(hidden)}${characters.slice(first + hidden).join('')}`;
};

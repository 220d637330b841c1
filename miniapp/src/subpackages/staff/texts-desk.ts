import { localized } from '../../text/localized';

/** Texts of the frame around all pages of the desk. */
export const DESK_TEXT = localized({
  zh: {
    menu: '工作台菜单',
    openMenu: '菜单',
    closeMenu: '收起菜单',
    moreThan: (most: number) => `${most}+`,
    waiting: (count: string) => `${count} 项待处理`,
    late: (count: string) => `${count} 项超时`,
  },
  en: {
    menu: 'Menu of the desk',
    openMenu: 'Menu',
    closeMenu: 'Close the menu',
    moreThan: (most: number) => `${most}+`,
    waiting: (count: string) => `${count} waiting`,
    late: (count: string) => `${count} late`,
  },
});

/** Texts of the search over all applications. */
export const SEARCH_TEXT = localized({
  zh: {
    label: '查找申请',
    hint: '申请编号（可只输开头）、申请人姓名、手机号、单位全称或统一社会信用代码',
    hintAtPc: (hint: string) => `${hint}。按 / 可随时回到这里`,
    missing: '请至少输入 2 个字',
    find: '查找',
    finding: '正在查找',
    listLabel: '找到的申请',
    found: (count: number) => `找到 ${count} 份`,
    tooMany: (most: number) => `符合的申请很多，只列出最近的 ${most} 份。请再输入得完整一些`,
    none: {
      'order-number': '没有这个编号的申请。请核对编号；还没有提交的申请查不到',
      phone: '没有用这个手机号实名的申请。请核对号码，或改用姓名、申请编号查找',
      'unit-code': '没有这个单位的申请。请核对统一社会信用代码，或改用单位全称查找',
      name: '没有找到。姓名和单位名称要写全，并与证件、营业执照一致；也可以改用手机号或申请编号查找',
    },
    again: '重新输入',
    person: '个人',
    open: (number: string) => `打开申请 ${number}`,
  },
  en: {
    label: 'Find an application',
    hint: 'Its number (the beginning is enough), the applicant’s name or phone number, the unit’s full name or its code',
    hintAtPc: (hint: string) => `${hint}. Press / to come back here at any time`,
    missing: 'Please type at least 2 characters',
    find: 'Find',
    finding: 'Looking',
    listLabel: 'Applications that were found',
    found: (count: number) => `${count} found`,
    tooMany: (most: number) => `There are many; these are the latest ${most}. Please type more of it`,
    none: {
      'order-number': 'No application has this number. Please check it; what was not handed in yet is not found',
      phone:
        'No application was verified with this number. Please check it, or use a name or the number of the application',
      'unit-code': 'No application is of this unit. Please check the code, or use the full name of the unit',
      name: 'Nothing was found. Names have to be whole and as on the document; a phone number or the number of the application does as well',
    },
    again: 'Type again',
    person: 'Individual',
    open: (number: string) => `Open application ${number}`,
  },
});

/** Texts of the filters of the queue. */
export const FILTER_TEXT = localized({
  zh: {
    open: '筛选',
    close: '收起筛选',
    project: '按项目筛选',
    allProjects: '全部项目',
    late: '已超时',
    flagged: '有风险提示',
    saved: '我的筛选',
    name: '存为我的筛选',
    nameHint: '起个名字，例如：超时的。保存在这台电脑上，最多 10 个',
    nameMissing: '请先起个名字',
    save: '保存',
    full: (most: number) => `最多保存 ${most} 个，请先删掉一个`,
    forget: (name: string) => `删除“${name}”`,
    clear: '清除筛选',
    empty: '没有符合筛选的申请',
  },
  en: {
    open: 'Filter',
    close: 'Close the filter',
    project: 'Filter by project',
    allProjects: 'All projects',
    late: 'Late',
    flagged: 'With risk flags',
    saved: 'My filters',
    name: 'Save as my filter',
    nameHint: 'A name, for example: late ones. Kept on this device, at most 10',
    nameMissing: 'Please give it a name first',
    save: 'Save',
    full: (most: number) => `At most ${most} are kept; please delete one first`,
    forget: (name: string) => `Delete “${name}”`,
    clear: 'Clear the filter',
    empty: 'No application fits the filter',
  },
});

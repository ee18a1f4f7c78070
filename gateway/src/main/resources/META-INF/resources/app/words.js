// The words that the pages beside the dashboard share, in their two languages.

const ZH = {
  htmlLang: 'zh-CN', locale: 'zh-CN',
  skip: '跳到正文', loading: '正在取得数据…', product: '教育工作要点督办',
  signOut: '退出', plansLink: '导入与核对计划', signedInAs: '已登录：{subject}', all: '全部', dash: '—',
  notice: { expired: '登录已过期，请重新登录。' },
  signin: {
    title: '登录', lead: '本页面只向持有访问令牌的人员开放。请粘贴您的访问令牌。',
    label: '访问令牌', hint: '以 eyJ 开头的一长串字符。本机试用可在终端运行：', command: './duban token city-viewer 320400', button: '登录', busy: '正在验证…',
    note: '令牌经验证后只保存在浏览器的受保护 Cookie 中，页面脚本无法读取，且只能用于查看。',
    needed: '请填写令牌。', failed: '令牌无效或已过期。', unreachable: '暂时无法验证，请稍后再试。',
  },
  milestone: { planned: '已立项', started: '已开工', 'topped-out': '已封顶', completed: '已竣工', 'in-use': '已投用' },
  roles: { 'city-admin': '市级管理', 'city-viewer': '市级查看', 'district-planner': '区县计划', 'district-reporter': '区县填报', 'district-viewer': '区县查看' },
};

const EN = {
  htmlLang: 'en', locale: 'en-GB',
  skip: 'Skip to content', loading: 'Loading the figures…', product: 'Education plan supervision',
  signOut: 'Sign out', plansLink: 'Plan documents', signedInAs: 'Signed in: {subject}', all: 'All', dash: '–',
  notice: { expired: 'Your session has ended. Please sign in again.' },
  signin: {
    title: 'Sign in', lead: 'This page is for holders of an access token. Paste yours below.',
    label: 'Access token', hint: 'A long string that begins with eyJ. To try it on your own machine, print one in a terminal:', command: './duban token city-viewer 320400', button: 'Sign in', busy: 'Checking…',
    note: 'Once checked, the token is kept in a protected cookie that scripts cannot read and that is good for viewing only.',
    needed: 'A token is needed.', failed: 'The token is invalid or has expired.', unreachable: 'The token cannot be checked at the moment; please try again later.',
  },
  milestone: { planned: 'planned', started: 'started', 'topped-out': 'topped out', completed: 'completed', 'in-use': 'in use' },
  roles: { 'city-admin': 'city admin', 'city-viewer': 'city viewer', 'district-planner': 'district planner', 'district-reporter': 'district reporter', 'district-viewer': 'district viewer' },
};

// The catalogue's units are Chinese words; these are the ones that have an English one.
const UNITS = {
  个: '', 所: 'schools', 名: 'people', 人: 'people', 人次: 'visits', 次: 'times', 元: 'yuan', 项: 'items', 场: 'events',
  间: 'rooms', 门: 'courses', 篇: 'papers', 节: 'lessons', 家: 'sites', 支: 'teams', 轮: 'rounds', 天: 'days', 年: 'years',
};

const KEY = 'duban.language';
let language = remembered();

function remembered() {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function look(path) {
  return path.split('.').reduce((at, part) => at?.[part], language === 'en' ? EN : ZH);
}

/** Takes in the words of a page that has more to say; a table's entries join those that are there. */
export function learn(zh, en) {
  for (const [table, words] of [[ZH, zh], [EN, en]]) {
    for (const [key, word] of Object.entries(words)) {
      table[key] = typeof word === 'object' ? { ...table[key], ...word } : word;
    }
  }
}

/** The language shown: "zh" or "en". */
export const current = () => language;

export const locale = () => look('locale');

export function speak(wanted) {
  language = wanted === 'en' ? 'en' : 'zh';
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

/** The words at a path such as "notice.offline", with {names} filled in. */
export function t(path, values = {}) {
  return (look(path) ?? path).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A word of a table whose keys hold dots or may be unknown. */
export const named = (table, key) => look(table)?.[key] ?? key;

export function unit(word) {
  if (!word) return '';
  return language === 'en' ? UNITS[word] ?? word : word;
}

/** The name of a row in the language shown. */
export const nameOf = (row, zh = 'name') => (language === 'en' && row[zh + 'En']) || row[zh] || '';

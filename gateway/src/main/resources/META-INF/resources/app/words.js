// Every word of the page, in its two languages.

const ZH = {
  htmlLang: 'zh-CN', locale: 'zh-CN',
  skip: '跳到正文', loading: '正在取得数据…',
  title: '{scope}教育工作要点督办', product: '教育工作要点督办',
  subtitle: '{year} 年度目标 · 实时汇总',
  signOut: '退出', plansLink: '导入与核对计划', signedInAs: '已登录：{subject}',
  asOf: '统计截至 {day}', recordedUpTo: '最近记录 {time}', nothingRecorded: '尚无进展记录',
  lag: '汇总用时 {millis} 毫秒', late: '部分已上报的数据仍在汇总中',
  scopes: '各区县总体情况', rollups: '指标汇总', events: '最近进展',
  targets: '{n} 项目标', reported: '已报 {n} 项', unreported: '超期未报 {n} 项',
  quiet: '尚未发布本年度计划：{names}', open: '查看{name}',
  all: '全部', find: '查找指标', order: '排序',
  byConcern: '需关注的在前', byName: '按名称', byShare: '按完成率',
  expandAll: '全部展开', collapseAll: '全部收起', expand: '展开{name}的各区县情况',
  indicator: '指标', promised: '目标', reachedColumn: '完成', shareColumn: '完成率与时序', lightColumn: '状态',
  reportsColumn: '已报/目标数', lastColumn: '最近上报',
  caption: '{scope} {year} 年各项指标的目标、完成情况和状态，可展开各区县',
  bar: '完成 {share}，时序应达 {pace}', barNoPace: '完成 {share}',
  legend: '竖线表示按时序应达到的进度。状态由完成率与时序进度之比确定：不低于 0.9 为正常，不低于 0.7 为预警，其余为滞后；没有上报的目标不计为正常。',
  none: '没有符合条件的指标。', nothing: '{year} 年还没有已发布的计划，因此没有可汇总的指标。计划发布后会自动出现在这里。',
  noEvents: '还没有进展记录。',
  footer: '数据由各区县上报，只增不改，可逐条核验。', docs: '接口文档',
  of: '{a}/{b}', dash: '—',
  light: { achieved: '已达成', 'on-track': '正常', 'at-risk': '预警', behind: '滞后', overdue: '逾期', 'not-due': '未到期' },
  state: {
    connecting: '正在连接', live: '实时', reconnecting: '正在重新连接', waiting: '{seconds} 秒后重新连接',
    stale: '数据可能已过时', offline: '网络已断开', paused: '已暂停', closed: '未连接',
  },
  notice: {
    unreachable: '暂时无法取得最新数据，页面显示的是此前的内容，正在自动重试。',
    firstFailed: '暂时无法取得数据，正在自动重试。',
    offline: '网络已断开，页面显示的是断开前的内容，恢复后会自动更新。',
    forbidden: '您的账号没有查看 {scope} 的权限。', forbiddenOwn: '可以查看：',
    expired: '登录已过期，请重新登录。',
  },
  signin: {
    title: '登录', lead: '本页面只向持有访问令牌的人员开放。请粘贴您的访问令牌。',
    label: '访问令牌', hint: '以 eyJ 开头的一长串字符。本机试用可在终端运行：', command: './duban token city-viewer 320400', button: '登录', busy: '正在验证…',
    note: '令牌经验证后只保存在浏览器的受保护 Cookie 中，页面脚本无法读取，且只能用于查看。',
    needed: '请填写令牌。', failed: '令牌无效或已过期。', unreachable: '暂时无法验证，请稍后再试。',
  },
  event: {
    'progress.reported': '累计完成', 'progress.added': '新增', 'milestone.reached': '节点', 'item.noted': '工作记录',
    'problem.opened': '问题立案', 'problem.rectified': '问题整改', 'problem.verified': '问题销号', 'problem.reopened': '问题重开',
    'event.voided': '作废', 'report.verified': '已核实', 'report.disputed': '存疑',
  },
  voided: '已作废', correction: '作废一条记录',
  milestone: { planned: '已立项', started: '已开工', 'topped-out': '已封顶', completed: '已竣工', 'in-use': '已投用' },
  roles: { 'city-admin': '市级管理', 'city-viewer': '市级查看', 'district-planner': '区县计划', 'district-reporter': '区县填报', 'district-viewer': '区县查看' },
};

const EN = {
  htmlLang: 'en', locale: 'en-GB',
  skip: 'Skip to content', loading: 'Loading the figures…',
  title: '{scope} education plan supervision', product: 'Education plan supervision',
  subtitle: 'Promises for {year} · live rollup',
  signOut: 'Sign out', plansLink: 'Plan documents', signedInAs: 'Signed in: {subject}',
  asOf: 'As of {day}', recordedUpTo: 'last record {time}', nothingRecorded: 'nothing recorded yet',
  lag: 'rolled up in {millis} ms', late: 'some reports are still being added up',
  scopes: 'Districts at a glance', rollups: 'Indicators', events: 'Latest progress',
  targets: '{n} targets', reported: '{n} reported', unreported: '{n} not reported in time',
  quiet: 'No plan published for this year yet: {names}', open: 'Open {name}',
  all: 'All', find: 'Find an indicator', order: 'Order',
  byConcern: 'most urgent first', byName: 'by name', byShare: 'by share reached',
  expandAll: 'Expand all', collapseAll: 'Collapse all', expand: 'Show {name} by district',
  indicator: 'Indicator', promised: 'Promised', reachedColumn: 'Reached', shareColumn: 'Share and pace', lightColumn: 'Standing',
  reportsColumn: 'Reported', lastColumn: 'Last report',
  caption: 'What {scope} promised for {year}, what has been reached and how each indicator stands; rows expand by district',
  bar: '{share} reached, {pace} due by now', barNoPace: '{share} reached',
  legend: 'The vertical line marks the share due by now. The standing is the share reached divided by it: on track from 0.9, at risk from 0.7, behind below that; a target without a report is never on track.',
  none: 'No indicator matches.', nothing: 'No plan is published for {year} yet, so there is nothing to add up. Plans appear here as soon as they are published.',
  noEvents: 'Nothing has been reported yet.',
  footer: 'Reported by the districts, never overwritten, verifiable record by record.', docs: 'API documentation',
  of: '{a} of {b}', dash: '–',
  light: { achieved: 'Achieved', 'on-track': 'On track', 'at-risk': 'At risk', behind: 'Behind', overdue: 'Overdue', 'not-due': 'Not due' },
  state: {
    connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting', waiting: 'Reconnecting in {seconds} s',
    stale: 'May be out of date', offline: 'Offline', paused: 'Paused', closed: 'Not connected',
  },
  notice: {
    unreachable: 'The latest figures cannot be loaded at the moment. You are seeing earlier ones; the page keeps trying.',
    firstFailed: 'The figures cannot be loaded at the moment; the page keeps trying.',
    offline: 'You are offline. The figures are from before; they update by themselves once the network is back.',
    forbidden: 'Your account may not see {scope}.', forbiddenOwn: 'You may see:',
    expired: 'Your session has ended. Please sign in again.',
  },
  signin: {
    title: 'Sign in', lead: 'This page is for holders of an access token. Paste yours below.',
    label: 'Access token', hint: 'A long string that begins with eyJ. To try it on your own machine, print one in a terminal:', command: './duban token city-viewer 320400', button: 'Sign in', busy: 'Checking…',
    note: 'Once checked, the token is kept in a protected cookie that scripts cannot read and that is good for viewing only.',
    needed: 'A token is needed.', failed: 'The token is invalid or has expired.', unreachable: 'The token cannot be checked at the moment; please try again later.',
  },
  event: {
    'progress.reported': 'Stands at', 'progress.added': 'Added', 'milestone.reached': 'Milestone', 'item.noted': 'Note',
    'problem.opened': 'Problem opened', 'problem.rectified': 'Problem rectified', 'problem.verified': 'Problem closed', 'problem.reopened': 'Problem reopened',
    'event.voided': 'Voided', 'report.verified': 'Verified', 'report.disputed': 'Disputed',
  },
  voided: 'voided', correction: 'an earlier record was taken back',
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

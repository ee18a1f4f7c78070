// The words of this room in both languages.

export const zh = {
  title: '大屏',
  slide: { districts: '总体状态', indicators: '指标与时序', supervision: '问题与报送', today: '今日变化' },
  asOf: '数据截至 {day}', upTo: '最近记录 {moment}', newest: '最新', none: '今天还没有新的上报。', page: '第 {from}–{to} 项，共 {total} 项，需关注的在前',
  onPace: '达到时序', targets: '{total} 项目标中 {n} 项', wanting: '需要关注', unreported: '超期未报', noPlan: '尚无计划', noPlans: '本年度尚无已发布的计划。',
  rate: '本月按时报送', rateNone: '本月无应报目标', due: '应报 {due} · 按时 {onTime} · 迟报 {late} · 缺报 {missing} · 待报 {pending}',
  open: '在办问题', overdue: '超期', rectified: '待复核', closed: '已销号', dueBy: '{day} 前整改', overdueBy: '超期 {n} 天', noProblems: '没有在办的问题。',
  moved: '状态变动', movedNone: '今天还没有目标改变状态。', latest: '最近上报', more: '另有 {n} 项', pace: '时序', reached: '完成',
  paused: '已暂停轮播', keys: '空格 暂停 · ← → 翻页 · F 全屏 · Esc 退出', previous: '上一屏', next: '下一屏', pause: '暂停轮播', go: '继续轮播', full: '全屏', leave: '退出大屏',
  ended: '登录已过期', endedLead: '最近一次更新在 {moment}。请在本机浏览器重新登录，登录后会自动恢复。', signIn: '去登录',
  refused: '没有权限显示这里', connecting: '正在取得数据…', trouble: '暂时没有新数据，画面停在 {moment} 的数据，正在自动重新连接', offline: '网络已断开，画面停在 {moment} 的数据，恢复后自动更新',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Wall',
  slide: { districts: 'How it stands', indicators: 'Indicators against pace', supervision: 'Problems and reporting', today: 'Changed today' },
  asOf: 'As of {day}', upTo: 'Last record {moment}', newest: 'Newest', none: 'Nothing has been reported today.', page: '{from}–{to} of {total}, the most urgent first',
  onPace: 'On pace', targets: '{n} of {total} targets', wanting: 'Need attention', unreported: 'unreported', noPlan: 'No plan yet', noPlans: 'No plan of this year is published yet.',
  rate: 'Reported in time this month', rateNone: 'Nothing due this month', due: 'Due {due} · in time {onTime} · late {late} · missing {missing} · pending {pending}',
  open: 'Open problems', overdue: 'Overdue', rectified: 'To be checked', closed: 'Closed', dueBy: 'due {day}', overdueBy: '{n} days over', noProblems: 'No problem is open.',
  moved: 'Stand otherwise', movedNone: 'No target has changed its standing today.', latest: 'Latest reports', more: '{n} more', pace: 'pace', reached: 'reached',
  paused: 'Paused', keys: 'Space pauses · ← → turn · F full screen · Esc leaves', previous: 'Back', next: 'On', pause: 'Pause', go: 'Go on', full: 'Full screen', leave: 'Leave the wall',
  ended: 'The session has ended', endedLead: 'The figures were last right at {moment}. Sign in again in this browser; the wall comes back by itself.', signIn: 'Sign in',
  refused: 'This may not be shown here', connecting: 'Getting the figures…', trouble: 'No new figures at the moment: these are of {moment}; reconnecting by itself', offline: 'The network is gone: these figures are of {moment} and go on when it is back',
}; // prettier-ignore

// The words of this room in both languages.

export const zh = {
  title: '报送情况', lead: '本年度按时报送率 {rate}，应报 {due} 次', year: '全年', called: '工作项已催办 {n} 次', table: '各区县逐月按时报送率', openOf: '缺报 {missing}，待报 {pending}',
  rateOf: '{of}按时报送率', dueBy: '{day} 截止', due: '应报', list: '按报送情况查看', nothing: '没有这样的目标。',
  state: { 'on-time': '按时', late: '迟报', missing: '缺报', pending: '待报' },
  lists: { open: '尚未报送', all: '应报目标', 'on-time': '按时报送', late: '迟报', missing: '缺报', pending: '待报' },
  explanations: '待作说明', explanationsNone: '没有待作说明的上报。', callWords: '{month}进展尚未报送，请尽快补报。', reminderWords: '{month}进展尚未报送，请按时报送。',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Reporting', lead: '{rate} reported in time this year, of {due} reports due', year: 'Year', called: 'item urged {n} times', table: 'Share reported in time, by district and month', openOf: '{missing} missing, {pending} pending',
  rateOf: '{of}: reported in time', dueBy: 'due by {day}', due: 'Due', list: 'Show by state', nothing: 'There is no such target.',
  state: { 'on-time': 'In time', late: 'Late', missing: 'Missing', pending: 'Pending' },
  lists: { open: 'Not reported yet', all: 'Targets due', 'on-time': 'Reported in time', late: 'Reported late', missing: 'Missing', pending: 'Pending' },
  explanations: 'Explanations owed', explanationsNone: 'No report waits for an explanation.', callWords: 'The report of {month} is missing; please hand it in.', reminderWords: 'The report of {month} is not in yet; please hand it in by the due day.',
}; // prettier-ignore

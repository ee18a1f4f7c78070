// The words of this room in both languages.

export const zh = {
  title: '指标目录',
  lead: '指标、跨年行动计划与区划：各区县的承诺据此汇总',
  tabs: { indicators: '指标', programmes: '行动计划', districts: '区划' }, tabsLabel: '目录的部分',
  find: '查找名称、单位或键', onlyPromised: '只看 {year} 年有承诺的', none: '没有符合条件的指标。', empty: '目录中还没有指标。', count: '{n} / {total} 项',
  add: '新增指标', edit: '修改', name: '名称', nameEn: '英文名称', key: '键', unit: '单位', aggregation: '汇总方式', direction: '方向', measure: '计量', tolerance: '“约”的容差', promises: '{year} 年承诺的区县', nobody: '未承诺',
  agg: { sum: '求和', ratio: '比例（分子之和比分母之和）', max: '取最大', latest: '取最近', none: '不汇总' }, aggShort: { sum: '求和', ratio: '比率', max: '最大', latest: '最近', none: '不汇总' },
  dir: { more: '越高越好', less: '越低越好' }, meas: { flow: '流量（年内累加）', stock: '存量（以最近为准）' }, measShort: { flow: '流量', stock: '存量' }, notSaid: '未说明',
  keyHint: '小写字母、数字与连字符，如 new-seats；建立后不变。', unitHint: '所有对应目标都用这个单位；比率一律为 %。', toleranceHint: '百分数；“约”若干的承诺达到承诺减去容差即算达成。不填则按设置中的容差。',
  fixed: '建立后不可更改', fixedWhy: '键、单位、汇总方式、方向和计量建立后不可更改，否则已上报的数据会改变含义；需要改变时请另设指标。', fixedSoon: '以上各项建立后不可更改，请核对。',
  titleAdd: '新增指标', titleEdit: '修改指标：{name}', save: '保存', created: '已新增“{name}”。', saved: '已保存“{name}”。', same: '内容没有变化。',
  conflict: '您打开之后，此条已被他人修改。您填写的内容仍在；下面是现在的内容，请核对后再次保存。', theirs: '现在的内容', take: '改用现在的内容',
  fault: { several: '请改正以上标出的各项。', key: '应为小写字母、数字与连字符，至多 64 个字符。', taken: '目录中已有这个键。', text: '请填写，至多 {most} 个字符。', ratio: '按比率汇总的指标以 % 计。', tolerance: '应为 0 至 100 之间（不含 100）的数。', year: '应为 1949 至 2199 之间的年份。', years: '末年不得早于首年，至多 20 年。', promised: '应为正数。', needsIndicator: '总量以指标的单位计，须先选指标。', code: '应为六位区划代码。', codeTaken: '该日已有这个区划。', day: '请填写日期。', parent: '请选择上级区划。', into: '请至少选择一个去向。' },
  programme: {
    add: '新增行动计划', none: '还没有行动计划。', years: '{from}–{to} 年', promised: '总量', reached: '累计完成', slices: '各年承诺合计', share: '完成率', line: '逐年', year: '年度', targets: '目标', light: '状态', noSlices: '还没有计划承接它。',
    titleAdd: '新增行动计划', titleEdit: '修改行动计划：{name}', from: '首年', to: '末年', indicator: '指标', noIndicator: '（不按指标汇总）', promisedHint: '各年合计的总量，以指标的单位计；可不填。', indicatorFixed: '指标一经指定不可更改。', nameEnHint: '可不填。', failed: '暂时没有取得逐年情况。', ofPromise: '占总量',
  },
  district: {
    asOf: '{day}的区划', add: '区划变更', code: '代码', name: '名称', level: '级别', since: '自', note: '变动', levels: { province: '省', city: '市', district: '区县' },
    ended: '{day} 起撤销，并入{into}', sums: '原承诺计入{parent}', moved: '{day} 由{parent}划入', renamed: '{day} 由“{name}”更名', coming: '{day} 起：{what}', comingEnd: '撤销，并入{into}', comingMove: '划入{parent}', comingName: '更名为“{name}”', comingNew: '新设', comingTitle: '将要设立', endedTitle: '已撤销',
    form: '区划变更', what: '变更', whats: { open: '新设', move: '划转或更名', end: '撤销（合并、拆分）' }, which: '区划', from: '自哪一天起', parent: '上级区划', sumsTo: '原承诺计入', into: '并入（可多选）', never: '已登记的日期不能修改，只能自另一天起再登记。之后各日的区划、汇总和计划都按此计算。', done: '已登记{name}自 {day} 起的变更。', fromHint: '可以是将来的日期。', go: '登记', stated: '该日已是如此登记。',
  },
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Catalogue',
  lead: 'Indicators, programmes over years and divisions: what the districts promise adds up by them',
  tabs: { indicators: 'Indicators', programmes: 'Programmes', districts: 'Divisions' }, tabsLabel: 'Parts of the catalogue',
  find: 'Find a name, unit or key', onlyPromised: 'Only those promised in {year}', none: 'No indicator like that.', empty: 'The catalogue has no indicator yet.', count: '{n} of {total}',
  add: 'Add an indicator', edit: 'Edit', name: 'Name', nameEn: 'English name', key: 'Key', unit: 'Unit', aggregation: 'Adds up', direction: 'Direction', measure: 'Measure', tolerance: 'Tolerance of “about”', promises: 'Who promises it in {year}', nobody: 'not promised',
  agg: { sum: 'sum', ratio: 'ratio (numerators over denominators)', max: 'the highest', latest: 'the latest', none: 'does not add up' }, aggShort: { sum: 'sum', ratio: 'ratio', max: 'highest', latest: 'latest', none: 'not' },
  dir: { more: 'higher is better', less: 'lower is better' }, meas: { flow: 'flow (adds up over the year)', stock: 'stock (the latest counts)' }, measShort: { flow: 'flow', stock: 'stock' }, notSaid: 'not said',
  keyHint: 'Lower-case words joined by hyphens, such as new-seats; it never changes.', unitHint: 'Every target of it is stated in this unit; a ratio is in %.', toleranceHint: 'Per cent: a promise of “about” so many is kept at that much less. The settings’ tolerance if left empty.',
  fixed: 'never changes', fixedWhy: 'Key, unit, how it adds up, direction and measure never change, or figures that were reported would change their meaning; define another indicator instead.', fixedSoon: 'None of these can be changed later; please check them.',
  titleAdd: 'Add an indicator', titleEdit: 'Edit: {name}', save: 'Save', created: '“{name}” is added.', saved: '“{name}” is saved.', same: 'Nothing was changed.',
  conflict: 'Somebody else has changed this since you opened it. What you typed is still here; below is what it says now. Compare and save again.', theirs: 'As it is now', take: 'Take what is there now',
  fault: { several: 'Please put right what is marked above.', key: 'Lower-case words joined by hyphens, 64 characters at most.', taken: 'The catalogue has this key already.', text: 'Please fill it in, {most} characters at most.', ratio: 'A ratio is counted in %.', tolerance: 'A number from 0 to below 100.', year: 'A year from 1949 to 2199.', years: 'Not before the first year, and 20 years at most.', promised: 'Must be positive.', needsIndicator: 'It is counted in the indicator’s unit: choose the indicator first.', code: 'A division’s code has six digits.', codeTaken: 'This division stands on that day already.', day: 'Please give a day.', parent: 'Please choose the division above.', into: 'Choose at least one division that takes over.' },
  programme: {
    add: 'Add a programme', none: 'There is no programme yet.', years: '{from} to {to}', promised: 'Promised in all', reached: 'Reached so far', slices: 'Promised by the plans', share: 'Share', line: 'Year by year', year: 'Year', targets: 'Targets', light: 'Standing', noSlices: 'No plan has taken it up yet.',
    titleAdd: 'Add a programme', titleEdit: 'Edit: {name}', from: 'First year', to: 'Last year', indicator: 'Indicator', noIndicator: '(does not add up under an indicator)', promisedHint: 'Over all its years, in the indicator’s unit; may be left empty.', indicatorFixed: 'Its indicator stays once it is said.', nameEnHint: 'May be left empty.', failed: 'Its years could not be had at the moment.', ofPromise: 'of the whole',
  },
  district: {
    asOf: 'Divisions on {day}', add: 'Change a division', code: 'Code', name: 'Name', level: 'Level', since: 'Since', note: 'Changes', levels: { province: 'province', city: 'city', district: 'district' },
    ended: 'dissolved from {day} on, into {into}', sums: 'its promises count in {parent}', moved: 'came from {parent} on {day}', renamed: 'was called “{name}” before {day}', coming: 'from {day}: {what}', comingEnd: 'dissolved into {into}', comingMove: 'under {parent}', comingName: 'called “{name}”', comingNew: 'founded', comingTitle: 'To come', endedTitle: 'Dissolved',
    form: 'Change a division', what: 'What happens', whats: { open: 'Founded', move: 'Moved or renamed', end: 'Dissolved (merged, split)' }, which: 'Division', from: 'From which day on', parent: 'Division above', sumsTo: 'Its promises count in', into: 'Goes into (one or more)', never: 'A day that was stated is never edited; a change is stated from another day on. Divisions, sums and plans of all days from then on follow it.', done: 'The change of {name} from {day} on is recorded.', fromHint: 'It may lie ahead.', go: 'Record', stated: 'It was stated so already.',
  },
}; // prettier-ignore

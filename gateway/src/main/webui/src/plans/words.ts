// The words of this room in both languages.

export const zh = {
  lead: '各年度工作要点：递交、核对、发布、修订、办结', count: '{n} 份', none: '还没有计划。', without: '尚无计划：{names}',
  review: '核对草案', draft: '查看草案', contents: '逐条内容', compare: '与其他年度对比', revisions: '历次修订', revision: '第 {n} 版', undecided: '{n} 条待定',
  state: { draft: '草稿', published: '第 {revision} 版 已发布', closed: '第 {revision} 版 已办结', amending: '修订草案编写中' },
  changes: {
    none: '内容没有变化。', plan: '计划本身', itemsAdded: '新增工作项', itemsRemoved: '取消的工作项', itemsChanged: '调整的工作项',
    targetsAdded: '新增目标', targetsDropped: '撤销的目标', targetsChanged: '调整的目标',
  },
  close: {
    button: '办结…', title: '办结计划', lead: '《{title}》办结后不再接受进展上报，也不能再修订；已有数据和历次修订仍可查看。', forGood: '办结不可撤销。',
    draftLost: '尚未发布的修订草案将不再生效。', reason: '说明（可不填）', go: '确认办结', done: '已办结：{title}',
  },
  carry: {
    button: '结转…', title: '结转到 {year} 年', lead: '把《{title}》中尚未达成的目标列入 {year} 年草案；还没有草案时，按同样的工作项新建一份。新目标会注明延续自哪一条。',
    all: '已选 {n} / {total} 条未达成的目标', left: '余量', leftOf: '{title}：结转的余量', hint: '“余量”是下一年要完成的数值，留空则按原目标结转。已在草案中延续的目标会自动跳过。',
    none: '没有尚未达成的目标。', nothing: '请至少选择一条目标。', go: '结转', done: '已结转 {n} 条到 {year} 年草案，跳过 {skipped} 条。',
  },
  write: {
    button: '没有文件，直接编写…', title: '编写新计划', lead: '先定区县、年度和名称，随后逐项添加部分、工作项和目标。', name: '计划名称', go: '开始编写',
  },
  hand: {
    title: '递交计划文件', lead: '系统读出其中的工作项和目标，逐条核对后发布。支持 .txt、.html、.docx、.doc 和有文字的 .pdf，不超过 20 MB。', district: '区县', year: '年度',
    choose: '选择文件', drop: '或将文件拖到此处', noFile: '尚未选择文件', go: '上传并读取', needed: '请选择文件。', kind: '不支持这种文件，请用 {types}。', yearWrong: '请填写年度，如 2023。',
    tooLong: '文件有 {mib} MB，不得超过 20 MB。', sending: '上传进度', sent: '已上传 {share}', reading: '正在读取文件，篇幅长时约需一分钟…', colon: '：',
    exists: '该区县该年度已有计划。如要用这份文件重拟草案，请勾选下面的选项后再上传；已有的核对记录会保留。', replace: '用这份文件取代现有草案',
  },
}; // prettier-ignore

export const en: typeof zh = {
  lead: 'The years’ plans: handed in, reviewed, published, amended, closed', count: 'plans: {n}', none: 'There are no plans yet.', without: 'No plan yet: {names}',
  review: 'Review the draft', draft: 'See the draft', contents: 'Contents', compare: 'Against another year', revisions: 'Revisions', revision: 'Revision {n}', undecided: '{n} undecided',
  state: { draft: 'Draft', published: 'Revision {revision}, published', closed: 'Revision {revision}, closed', amending: 'amendment in draft' },
  changes: {
    none: 'Nothing was changed.', plan: 'The plan itself', itemsAdded: 'Items added', itemsRemoved: 'Items removed', itemsChanged: 'Items changed',
    targetsAdded: 'Targets added', targetsDropped: 'Targets dropped', targetsChanged: 'Targets changed',
  },
  close: {
    button: 'Close…', title: 'Close the plan', lead: 'Once “{title}” is closed, no more progress is taken for it and it cannot be amended; its figures and revisions stay readable.', forGood: 'Closing cannot be taken back.',
    draftLost: 'The amendment in draft will never come into force.', reason: 'Note (optional)', go: 'Close for good', done: 'Closed: {title}',
  },
  carry: {
    button: 'Carry over…', title: 'Carry over into {year}', lead: 'Targets of “{title}” that are not reached go into the draft for {year}, which is begun with the same items if there is none. Each new target says which one it continues.',
    all: '{n} of {total} open targets chosen', left: 'Left', leftOf: '{title}: what is left', hint: '“Left” is what the next year has to do; empty carries the whole figure over. What the draft continues already is skipped.',
    none: 'No target is open.', nothing: 'Choose at least one target.', go: 'Carry over', done: '{n} carried over into the draft for {year}, {skipped} skipped.',
  },
  write: {
    button: 'Write one without a document…', title: 'Write a new plan', lead: 'Choose district, year and name; parts, work items and targets are added next.', name: 'Name of the plan', go: 'Begin',
  },
  hand: {
    title: 'Hand in a plan document', lead: 'Its items and targets are read from it; you check each before the plan is published. Takes .txt, .html, .docx, .doc and .pdf with text, up to 20 MB.', district: 'District', year: 'Year',
    choose: 'Choose a file', drop: 'or drop it here', noFile: 'No file chosen', go: 'Upload and read', needed: 'Choose a file.', kind: 'This kind of file cannot be read; use {types}.', yearWrong: 'A year such as 2023.',
    tooLong: 'The file has {mib} MB; the limit is 20 MB.', sending: 'Upload progress', sent: '{share} sent', reading: 'Reading the document; a long one takes about a minute…', colon: ': ',
    exists: 'The district has a plan for that year. To let this document make its draft anew, tick the box below and upload again; the earlier review stays on record.', replace: 'Let this document replace the draft that is there',
  },
}; // prettier-ignore

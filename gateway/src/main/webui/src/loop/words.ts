// The words of this room in both languages.

export const zh = {
  title: '办理', hint: '签收、提醒、催办、办结，每一步都记入台账', none: '还没有办理记录。', steps: '办理过程（{n}）', correct: '更正',
  state: { assigned: '待签收', accepted: '办理中', completed: '待核验办结', confirmed: '已办结', returned: '已退回' },
  acceptanceOverdue: '应于 {day} 前签收', open: '问题立案…', choose: '请选择工作项', go: '下一步', appraisal: '年度考评', notAppraised: '尚未考评。',
  grade: { excellent: '优秀', good: '良好', fair: '合格', poor: '不合格' },
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Supervision', hint: 'accepted, reminded, urged, closed: each step is in the ledger', none: 'No step yet.', steps: 'Steps ({n})', correct: 'Correct',
  state: { assigned: 'Not accepted yet', accepted: 'Under way', completed: 'Said to be done', confirmed: 'Closed', returned: 'Returned' },
  acceptanceOverdue: 'was to be accepted by {day}', open: 'Open a problem…', choose: 'Choose a work item', go: 'Go on', appraisal: 'Appraisal of the year', notAppraised: 'Not appraised yet.',
  grade: { excellent: 'Excellent', good: 'Good', fair: 'Fair', poor: 'Poor' },
}; // prettier-ignore

// The words of what the pages put on record, in both languages.

export const zh = {
  done: '已记入台账：第 {seq} 号，哈希 {hash}…', arrived: '之前的一次提交其实已经记入台账，内容以当时为准。',
  lost: '没有收到应答，可能已经记入，也可能没有。请直接再提交一次：编号不变，不会重复记录。', optional: '（可不填）',
  problemHint: '在本区县内唯一，可用字母、数字、点、横线。',
  field: { text: '说明', reason: '理由', due: '期限', severity: '严重程度', problem: '问题编号', score: '得分（0 至 100）', grade: '等次' },
  fault: {
    needed: '必须填写。', long: '不能超过 {n} 个字。', day: '没有这一天。', past: '不能早于今天。', key: '只能用字母、数字、点、冒号、下划线、横线。', oneOf: '得分、等次至少填一项。',
    none: '请填写数字。', malformed: '应为数字，如 1250 或 12.5。', negative: '不能为负数；更正请作废原记录。', tooLarge: '最多 15 位整数。', tooFine: '最多 6 位小数。',
    hundred: '不能超过 100。',
  },
  act: {
    'report-verified': '核实', 'report-disputed': '存疑', 'report-explained': '作说明', 'event-voided': '作废', 'problem-opened': '问题立案',
    'problem-rectified': '报告已整改', 'problem-verified': '复核销号', 'problem-reopened': '重新打开', 'item-accepted': '签收', 'item-completed': '报请办结',
    'item-confirmed': '确认办结', 'item-returned': '退回', 'item-reminded': '提醒', 'item-urged': '催办', 'appraisal-given': '考评',
  },
  lead: {
    'report-verified': '以市级主管部门名义记入台账：该条上报经核查属实。', 'report-disputed': '以市级主管部门名义记入台账：该条上报存疑，请写明理由，区县会看到。',
    'report-explained': '对这条上报的书面说明会记入台账，与上报一并保留。', 'event-voided': '该条上报从此不再计入，但仍留在台账中。若数字有误，请用“更正”，作废与新数会一并记入。',
    'problem-opened': '问题列入问题清单，由区县限期整改。不填期限时，按设置的整改天数计算。', 'problem-rectified': '告知市级主管部门问题已整改，等待复核。',
    'problem-verified': '复核合格，问题销号。', 'problem-reopened': '复核不合格或问题再现，退回区县继续整改。不填期限则沿用原期限。',
    'item-accepted': '记入台账：本单位已签收这项工作。每项只签收一次。', 'item-completed': '记入台账：本项工作已完成，报请市级主管部门核验办结。',
    'item-confirmed': '记入台账：经核验属实，本项办结。此后不再接收该项的步骤。', 'item-returned': '记入台账：核验不通过，退回继续办理。请写明原因。',
    'item-reminded': '临近期限提醒，区县会看到，并记入台账。', 'item-urged': '到期催办，区县会看到，并记入台账。', 'appraisal-given': '年度考评记入台账，以最后一次为准，此前的仍可查阅。',
  },
}; // prettier-ignore

export const en: typeof zh = {
  done: 'In the ledger: no. {seq}, hash {hash}…', arrived: 'An earlier attempt had arrived after all; it stands as it was said then.',
  lost: 'There was no answer: it may be in the ledger or not. Just send it again; it keeps its number and is never recorded twice.', optional: ' (optional)',
  problemHint: 'Unique in the district: letters, digits, dots and hyphens.',
  field: { text: 'Words', reason: 'Reason', due: 'Due day', severity: 'Severity', problem: 'Number of the problem', score: 'Score (0 to 100)', grade: 'Grade' },
  fault: {
    needed: 'Is needed.', long: 'At most {n} characters.', day: 'There is no such day.', past: 'Must not be before today.', key: 'Letters, digits, dots, colons, underscores and hyphens only.', oneOf: 'Give a score or a grade.',
    none: 'Enter a number.', malformed: 'Must be a number, such as 1250 or 12.5.', negative: 'Must not be negative; to correct a report, void it.', tooLarge: 'At most 15 digits.', tooFine: 'At most 6 decimals.',
    hundred: 'Must not be above 100.',
  },
  act: {
    'report-verified': 'Verify', 'report-disputed': 'Dispute', 'report-explained': 'Explain', 'event-voided': 'Void', 'problem-opened': 'Open the problem',
    'problem-rectified': 'Report as rectified', 'problem-verified': 'Close as rectified', 'problem-reopened': 'Reopen', 'item-accepted': 'Accept', 'item-completed': 'Report as done',
    'item-confirmed': 'Confirm as done', 'item-returned': 'Return', 'item-reminded': 'Remind', 'item-urged': 'Urge', 'appraisal-given': 'Appraise',
  },
  lead: {
    'report-verified': "Goes into the ledger as the bureau's word: the report was checked and is right.", 'report-disputed': "Goes into the ledger as the bureau's word: the report is disputed. Say why; the district sees it.",
    'report-explained': 'The written explanation goes into the ledger and stays with the report.', 'event-voided': 'The report counts no more, and stays in the ledger. If the figure was wrong, use “Correct”, which records the void and the right figure together.',
    'problem-opened': 'The problem goes on the list, to be put right by the district in time. Without a due day the municipality’s usual days count.', 'problem-rectified': 'Tells the bureau that the problem has been put right and waits to be checked.',
    'problem-verified': 'It was checked and is put right; the problem is closed.', 'problem-reopened': 'It was not put right, or it came back; the district goes on. Without a due day the earlier one stands.',
    'item-accepted': 'Goes into the ledger: the unit takes this work on. Once for each work item.', 'item-completed': 'Goes into the ledger: the work is done, and the bureau is asked to close it.',
    'item-confirmed': 'Goes into the ledger: it was checked and is right; the item is closed. No step follows.', 'item-returned': 'Goes into the ledger: it is not done yet and goes back. Say why.',
    'item-reminded': 'A reminder of a day that comes near; the district sees it, and it goes into the ledger.', 'item-urged': 'A call for what is overdue; the district sees it, and it goes into the ledger.', 'appraisal-given': 'The appraisal of the year goes into the ledger. The last one counts; the earlier ones stay readable.',
  },
}; // prettier-ignore

// The words that the rooms bring themselves, each under its own name.

import * as catalogue from '../catalogue/words';
import * as discipline from '../discipline/words';
import * as loop from '../loop/words';
import * as operations from '../operations/words';
import * as paper from '../paper/words';
import * as plans from '../plans/words';
import * as record from '../record/words';
import * as report from '../report/words';
import * as review from '../review/words';
import * as settings from '../settings/words';
import * as wall from '../wall/words';

const rooms = {
  catalogue,
  discipline,
  loop,
  operations,
  paper,
  plans,
  record,
  report,
  review,
  settings,
  wall,
};
type Rooms = { [name in keyof typeof rooms]: (typeof rooms)[name]['zh'] };

const inLanguage = (language: 'zh' | 'en') =>
  Object.fromEntries(Object.entries(rooms).map(([name, words]) => [name, words[language]])) as Rooms;

export const zh = inLanguage('zh');
export const en = inLanguage('en');

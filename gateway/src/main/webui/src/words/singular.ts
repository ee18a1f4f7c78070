// English has another word for one of a thing; Chinese has not.

const ONE: Record<string, string> = {
  schools: 'school', people: 'person', visits: 'visit', times: 'time', items: 'item', events: 'event',
  rooms: 'room', courses: 'course', papers: 'paper', lessons: 'lesson', sites: 'site', teams: 'team',
  rounds: 'round', days: 'day', years: 'year', sessions: 'session', targets: 'target', problems: 'problem',
  plans: 'plan', records: 'record', facts: 'fact', ledgers: 'ledger', places: 'place', files: 'file',
  rows: 'row', revisions: 'revision', messages: 'message', characters: 'character', reports: 'report',
}; // prettier-ignore

/** "1 schools" as it is said; 21, 1,001, 0.1 and 0–1 of a thing are many. */
export const singular = (words: string): string =>
  words.replace(/(?<![\d.,–])1 ([a-z]+)\b/g, (whole, things: string) => {
    const thing = ONE[things];
    return thing ? `1 ${thing}` : whole;
  });

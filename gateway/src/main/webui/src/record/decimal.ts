// A figure as it was typed. It goes to the ledger digit by digit and never through a binary number, which
// would keep 0.1 as something else.

export class Decimal {
  constructor(readonly digits: string) {}

  /** Close enough to show and to compare with, not to record. */
  get roughly(): number {
    return Number(this.digits);
  }
}

export type FigureFault = 'none' | 'malformed' | 'negative' | 'tooLarge' | 'tooFine';

const MOST_DIGITS = 15;
const MOST_DECIMALS = 6;

/** Takes what people type: full-width digits, and thousands parted by commas or spaces. */
export function decimalOf(typed: string): Decimal | FigureFault {
  const text = typed.normalize('NFKC').trim();
  if (!text) return 'none';
  if (/^[-−]/.test(text)) return 'negative';
  const bare = /^\d{1,3}([ ,]\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(/[ ,]/g, '') : text;
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(bare);
  if (!parts) return 'malformed';
  const whole = (parts[1] ?? '').replace(/^0+(?=\d)/, '');
  const decimals = (parts[2] ?? '').replace(/0+$/, '');
  if (whole.length > MOST_DIGITS) return 'tooLarge';
  if (decimals.length > MOST_DECIMALS) return 'tooFine';
  return new Decimal(decimals ? `${whole}.${decimals}` : whole);
}

/** The figure that was typed, or nothing while it is none. */
export function roughly(typed: string): number | undefined {
  const figure = decimalOf(typed);
  return figure instanceof Decimal ? figure.roughly : undefined;
}

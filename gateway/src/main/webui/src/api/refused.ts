/** What a service says when it refuses: an RFC 9457 problem document. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string;
  status?: number;
  /** What is wrong where in the body, each with a JSON pointer. */
  errors?: { pointer: string; detail: string }[];
}

/** The server's refusal; its status is 0 when nobody answered. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemDocument | null = null,
    readonly retryAfterMillis = 0,
  ) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
  }

  /** Trying again changes nothing until the person does something. */
  get isFinal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

export async function refusal(response: Response): Promise<Refused> {
  const problem = (await response.json().catch(() => null)) as ProblemDocument | null;
  return new Refused(response.status, problem, Number(response.headers.get('Retry-After')) * 1000 || 0);
}

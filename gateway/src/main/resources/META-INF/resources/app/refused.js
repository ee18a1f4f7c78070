// What a service says when it refuses: an RFC 9457 problem document.

/** The server's refusal. */
export class Refused extends Error {
  constructor(status, problem, retryAfter) {
    super(problem?.detail ?? `HTTP ${status}`);
    Object.assign(this, { status, problem, retryAfter });
  }

  /** Trying again changes nothing until the person does something. */
  get isFinal() {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429;
  }
}

export async function refusal(response) {
  const problem = await response.json().catch(() => null);
  return new Refused(response.status, problem, Number(response.headers.get('Retry-After')) * 1000 || 0);
}

// A token that a link brought, in #token=... Taken out of the address bar before the router reads it, which
// would else write it back there and into the history.

let token = new URLSearchParams(location.hash.slice(1)).get('token');
if (token) history.replaceState(null, '', location.pathname + location.search);

/** The token, until it was exchanged or refused. */
export const tokenBrought = (): string | null => token;
export const forgetToken = (): void => void (token = null);

// The calls of these pages. The session's cookie is good for reading only, so whoever changes
// something has to hand over the token; it is kept in this module and nowhere else, and is gone
// with the page.

import { Refused, refusal } from '../refused.js';
import { current } from '../words.js';

const BASE = '/api/v1';
let token = null;

export const holdToken = (given) => {
  token = given;
};

export const holdsToken = () => token !== null;

/** The answer's JSON, null if it has none. Throws Refused; its status is 0 when nobody answered. */
export async function call(method, path, { body, etag } = {}) {
  const options = { method, cache: 'no-store', headers: headers(method, etag) };
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const response = await fetch(BASE + path, options).catch(() => {
    throw new Refused(0, null, 0);
  });
  if (response.status === 401) token = null;
  if (!response.ok) throw await refusal(response);
  return response.json().catch(() => null);
}

function headers(method, etag) {
  const sent = { Accept: 'application/json', 'Accept-Language': current() };
  if (etag) sent['If-Match'] = etag;
  if (token && method !== 'GET') sent.Authorization = `Bearer ${token}`;
  return sent;
}

/** Sends a form with a file; an XMLHttpRequest, because fetch does not tell how far it has come. */
export function upload(path, form, sentShare) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', BASE + path);
    Object.entries(headers('POST')).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => event.lengthComputable && sentShare(event.loaded / event.total);
    request.onerror = () => reject(new Refused(0, null, 0));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer);
      else reject(new Refused(request.status, answer, 0));
    };
    request.send(form);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Every page of a list, up to a bound. */
export async function all(path, field, most = 20) {
  const rows = [];
  let after = null;
  for (let page = 0; page < most; page++) {
    const glue = path.includes('?') ? '&' : '?';
    const answer = await call('GET', after === null ? path : `${path}${glue}after=${encodeURIComponent(after)}`);
    rows.push(...answer[field]);
    if (answer.next == null) break;
    after = answer.next;
  }
  return rows;
}

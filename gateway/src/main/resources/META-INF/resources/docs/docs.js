// Swagger UI on the merged description. It calls with the page's session unless a token was pasted,
// and such a token lives in this page only, until it is left.
import { changeLanguage, words } from './words.js';

const at = (id) => document.getElementById(id);
let session = null;

function show() {
  const said = words();
  document.documentElement.lang = said.lang;
  document.title = said.page;
  at('title').textContent = said.title;
  at('how').textContent = said.how;
  at('back').textContent = said.back;
  at('language').textContent = said.other;
  at('who').textContent = session
    ? said.signedIn(session.subject, session.roles.join(', '))
    : said.signedOut;
}

at('language').addEventListener('click', () => {
  changeLanguage();
  show();
});
show();

fetch('/session', { cache: 'no-store' })
  .then((answer) => (answer.status === 200 ? answer.json() : null))
  .catch(() => null)
  .then((found) => {
    session = found;
    show();
  });

window.SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#docs',
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: -1,
  tryItOutEnabled: false,
  persistAuthorization: false,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['Accept-Language'] = words().lang;
    // With it the gateway takes the session for a write too: no other origin's page can send it.
    if (!request.headers.Authorization) request.headers['Duban-Page'] = '1';
    return request;
  },
});

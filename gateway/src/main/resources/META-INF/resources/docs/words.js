// The words around the description. Which language is remembered for all pages.

const KEY = 'duban.language';

const ALL = {
  zh: {
    title: '接口文档',
    page: '督办 · 接口文档',
    signedIn: (who, roles) => `已登录：${who}（${roles}）。试用时用的就是这个会话。`,
    signedOut: '未登录：先到首页登录，或点击 Authorize 粘贴访问令牌。',
    how: '每个接口都能在本页试用：点开，Try it out，Execute。写操作会真正生效。',
    back: '返回首页',
    other: 'English',
    lang: 'zh-CN',
  },
  en: {
    title: 'API',
    page: 'Duban · API',
    signedIn: (who, roles) => `Signed in: ${who} (${roles}). What you try here uses this session.`,
    signedOut: 'Not signed in: sign in on the front page first, or press Authorize and paste a bearer token.',
    how: 'Every operation can be tried here: open it, Try it out, Execute. Writes are real.',
    back: 'Back to the pages',
    other: '中文',
    lang: 'en',
  },
};

let language = remembered();

function remembered() {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export const words = () => ALL[language];

export function changeLanguage() {
  language = language === 'en' ? 'zh' : 'en';
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // It holds for this visit only.
  }
}

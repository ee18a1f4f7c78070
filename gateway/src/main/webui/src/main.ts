import './styles/tokens.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';
import { i18n, language, speak } from './words';

// After an upgrade the files that this document names are gone: the new document names the new ones. Once
// only, so that a file that cannot be had does not become a page that never rests.
addEventListener('vite:preloadError', () => {
  const key = 'duban.reloadedFor';
  if (sessionStorage.getItem(key) === import.meta.url) return;
  sessionStorage.setItem(key, import.meta.url);
  location.reload();
});

speak(language());
createApp(App).use(createPinia()).use(router).use(i18n).mount('#app');

import './session/arriving';
import './styles/tokens.css';
import './styles/base.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';
import { watchForMissingFiles } from './shell/useAway';
import { i18n, language, speak } from './words';

watchForMissingFiles(router);
speak(language());
createApp(App).use(createPinia()).use(router).use(i18n).mount('#app');

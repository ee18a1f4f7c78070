import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/** While developing, `DUBAN=http://127.0.0.1:8080 npm run dev` asks a running system for everything but the pages. */
const system = process.env.DUBAN ?? 'http://127.0.0.1:8080';
const ours = ['/api', '/session', '/openapi', '/docs', '/q', '/app', '/review.html'];

export default defineConfig({
  plugins: [vue()],
  define: {
    // Left out of what is shipped: Vue's options API and the developer's tools of the libraries.
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
  },
  build: {
    target: 'es2022',
    // Inlined files would be data: addresses, which the pages' policy allows for pictures only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: {
    proxy: Object.fromEntries(ours.map((path) => [path, { target: system, changeOrigin: true }])),
  },
  test: { include: ['src/**/*.test.ts'] },
});

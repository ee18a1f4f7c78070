import vue from 'eslint-plugin-vue';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['node_modules/', 'dist/'] },
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      // Prettier lays the lines out.
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/multi-word-component-names': 'error',
      'vue/require-default-prop': 'off',
      // The pages' policy refuses style attributes in markup; bound ones are set by script and pass.
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'no-console': 'error',
    },
  },
  // The build speaks to whoever runs it.
  { files: ['build.mjs'], rules: { 'no-console': 'off' } },
);

// What Maven calls: `node build.mjs` installs and builds, `node build.mjs check` looks at types, rules and
// tests. Each step is left out while nothing that it reads has changed since it last went well.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(here, '../../../target');
const out = join(target, 'classes/META-INF/webui');
const NODE = [20, 19];
const SMALL = 1_024; // bytes; packing less saves nothing

process.chdir(here);
requireNode();
const command = process.argv[2] ?? 'build';
step('install', join(here, 'node_modules/.duban-installed'), [], install);
if (command === 'build') step('build', join(target, 'webui-built'), sources(), build);
else if (command === 'check') step('check', join(target, 'webui-checked'), sources(), check);
else fail(`unknown command ${command}`);

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  fail(`Node ${NODE.join('.')} or later is needed to build the pages, this is ${process.versions.node}`);
}

/** Does the work unless the stamp says that it was done for the same files. */
function step(name, stamp, files, work) {
  const digest = digestOf(['package-lock.json', 'package.json', '.npmrc', ...files]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  const began = Date.now();
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  console.log(`webui: ${name} took ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function digestOf(files) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function sources() {
  return readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(here, 'node_modules')))
    .map((entry) => relative(here, join(entry.parentPath, entry.name)))
    .sort();
}

function install() {
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function build() {
  rmSync(out, { recursive: true, force: true });
  run('npx', ['--no-install', 'vite', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn']);
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  files.forEach(pack);
  // The gateway looks up what is in this list and nothing else.
  writeFileSync(join(out, 'files'), `${files.join('\n')}\n`);
}

/** Packs once, here, what would else be packed at every request. */
function pack(file) {
  const bytes = readFileSync(join(out, file));
  if (bytes.length < SMALL) return;
  writeFileSync(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(join(out, `${file}.br`), brotliCompressSync(bytes, { params }));
}

function check() {
  run('npm', ['run', '--silent', 'check']);
  run('npm', ['run', '--silent', 'test']);
}

function run(program, words) {
  const { status, error } = spawnSync(program, words, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) fail(`${program} cannot be started: ${error.message}`);
  if (status !== 0) fail(`${program} ${words.join(' ')} failed`);
}

function fail(why) {
  console.error(`webui: ${why}`);
  process.exit(1);
}

// Writes docs/security-coverage.md from the titles of the tests; with --check it only says what is not covered.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENT = join(ROOT, 'docs', 'security-coverage.md');

/**
 * @typedef {object} Row
 * @property {string} id for example `S06`
 * @property {string} title
 */

/** @type {{ rows: Row[], untested: { id: string, reason: string }[] }} */
const { rows, untested } = JSON.parse(
  readFileSync(join(ROOT, 'test', 'vectors', 'security-rows.json'), 'utf8'),
);

/** The rows that a title says it shows: `[S06][S07] …`, or `… (SECURITY rows 72 and 74)`. @param {string} title */
function rowsOf(title) {
  const tags = [...title.matchAll(/\[(S\d\d)\]/g)].map(([, id = '']) => id);
  const named = /SECURITY rows? ([\d, and]+)/.exec(title)?.[1] ?? '';
  return [...tags, ...(named.match(/\d+/g) ?? []).map((number) => `S${number.padStart(2, '0')}`)];
}

/** The titles in a test file: texts that name a row, and cases that say what they show. @param {string} text */
function titlesIn(text) {
  const literals = [...text.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g)]
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter((title) => rowsOf(title).length > 0 && !/^(?:\[S\d\d\])+$/.test(title));
  const cases = [
    ...text.matchAll(/shows: (\[[^\]]*\]|'(?:\[S\d\d\])+'),\s*does:\s*'((?:\\.|[^'\\])*)'/g),
  ].map(([, shows = '', does = '']) => {
    const tags = (shows.match(/S\d\d/g) ?? []).map((id) => `[${id}]`).join('');
    return `${tags} one that ${does}`;
  });
  return [...literals, ...cases];
}

/** Where each row is shown. */
function readTests() {
  /** @type {Map<string, { file: string, title: string }[]>} */
  const shown = new Map(rows.map(({ id }) => [id, []]));
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:\.(?:test|e2e)|[/\\]text-rules)\.ts$/.test(name))
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .sort();
  for (const file of files) {
    for (const title of titlesIn(readFileSync(join(ROOT, file), 'utf8')))
      for (const id of rowsOf(title)) shown.get(id)?.push({ file, title });
  }
  return shown;
}

/** @param {string} title */
function withoutTags(title) {
  const plain = title.replace(/(?:\[S\d\d\])+ ?/g, '').replace(/\s*\(SECURITY rows? [^)]*\)/, '');
  return plain.replace(/\\u202E|\\'/g, '’').replace(/\$\{[^}]*\}/g, '…');
}

/** @param {ReturnType<typeof readTests>} shown */
function writeDocument(shown) {
  const sections = rows.map(({ id, title }) => {
    const reason = untested.find((one) => one.id === id)?.reason;
    const tests = (shown.get(id) ?? []).map((one) => `- ${withoutTags(one.title)} (\`${one.file}\`)`);
    const body = tests.length > 0 ? tests : [`- No test: ${reason ?? 'MISSING'}`];
    return [`## ${id} ${title}`, '', ...new Set(body), ''].join('\n');
  });
  const head = [
    '# What shows that Countersign is safe',
    '',
    'Each requirement of this client, and the tests that show it, by their own titles. Written by',
    '`node scripts/security-coverage.mjs`; do not edit it. A test names the rows that it shows in its title.',
    '',
  ];
  writeFileSync(DOCUMENT, `${[...head, ...sections].join('\n').trimEnd()}\n`);
}

const shown = readTests();
const listed = new Set(untested.map(({ id }) => id));
const missing = rows.filter(({ id }) => shown.get(id)?.length === 0 && !listed.has(id));
const shownAfterAll = untested.filter(({ id }) => (shown.get(id)?.length ?? 0) > 0);
if (!process.argv.includes('--check')) writeDocument(shown);
for (const { id, title } of missing) console.log(`${id} has no test: ${title}`);
for (const { id } of shownAfterAll) console.log(`${id} is listed as not tested, and has a test`);
console.log(`${rows.length - missing.length - untested.length} of ${rows.length} rows are shown by tests`);
process.exitCode = missing.length + shownAfterAll.length > 0 ? 1 : 0;

import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

import {
  bankBarMessages,
  fileDialogMessages,
  LANGUAGE,
  returnPageMessages,
  sheetMessages,
  windowMessages,
} from '../../preload/contract/messages/messages-of';

const SOURCES = ['renderer', 'sandbox', 'preload/contract', 'main']
  .flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${root}/${name}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('preload/contract/messages/'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Ids that are written out, and patterns of those that are put together: `flow.step.${name}`. */
const WRITTEN = new Set(
  [...SOURCES.matchAll(/['"]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"]/g)].map((match) => match[1]!),
);
const PATTERNS = [...SOURCES.matchAll(/`([a-zA-Z][\w-]*\.(?:[\w.-]|\$\{[^}]*\})*\$\{[^`]*)`/g)].map(
  (match) => new RegExp(`^${match[1]!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+')}$`),
);

/** Takes every name as a number, which plurals, dates, selects and plain places all accept. */
const ANY_VALUES = new Proxy(
  {},
  { get: () => 2, has: () => true, getOwnPropertyDescriptor: () => undefined },
);

function format(message: string): string {
  return String(new IntlMessageFormat(message, 'en-US').format(ANY_VALUES as Record<string, number>));
}

/** Whatever a person reads, wherever it stands. */
const entries = Object.entries({
  ...windowMessages(LANGUAGE),
  ...bankBarMessages(LANGUAGE),
  ...sheetMessages(LANGUAGE),
  ...returnPageMessages(LANGUAGE),
  ...fileDialogMessages(LANGUAGE),
});

describe('the catalogue', () => {
  it('has no message that nothing shows', () => {
    const unused = entries.filter(
      ([id]) => !WRITTEN.has(id) && !PATTERNS.some((pattern) => pattern.test(id)),
    );

    expect(unused).toEqual([]);
  });

  it('has no message that cannot be formatted', () => {
    const broken = entries.filter(([, message]) => /\{\w*[,}]/.test(format(message)));

    expect(broken).toEqual([]);
  });

  it('speaks calmly: no exclamation marks, no "please", no "oops"', () => {
    const loud = entries.filter(([, message]) => /!|\bplease\b|\boops\b/i.test(message));

    expect(loud).toEqual([]);
  });
});

import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

import { codeIn, codeOf, edges, filesWith, importCycles, importsOf, SOURCES } from './helpers/source-files';

const OURS = /^(?:main|preload|renderer|sandbox)\//;
const EVERYTHING = /./;

/** Who must not import what, and why. */
const IMPORT_RULES: ReadonlyArray<{
  readonly rule: string;
  readonly because: string;
  readonly inside: RegExp;
  readonly never: RegExp;
}> = [
  {
    rule: 'electron is imported in main/electron/ and in the preload only',
    because: 'everything else then runs, and is tested, without it',
    inside: /^(?!main\/electron\/|preload\/index\.ts$|test\/|scripts\/)/,
    never: /^electron(?:\/|$)/,
  },
  {
    rule: 'no unit or flow test imports electron',
    because: 'a mocked electron proves nothing; the end-to-end tests drive the real one',
    inside: /^test\/(?:main|preload|flows|sandbox|helpers)\//,
    never: /^electron(?:\/|$)/,
  },
  {
    rule: 'oauth/ and fdx/ import no disk, network or process',
    because: 'protocol rules are pure: what they need of the world is an argument',
    inside: /^main\/(?:oauth|fdx)\//,
    never: /^(?:node:(?!crypto$)|undici$|electron)/,
  },
  {
    rule: 'oauth/ and fdx/ import none of the folders around them',
    because: 'the edges depend on the rules, never the other way round',
    inside: /^main\/(?:oauth|fdx)\//,
    never: /^main\/(?:electron|http|ipc|store|vault|flows|connections|providers|data)\//,
  },
  {
    rule: 'security/ is pure',
    because: 'a policy that reads the world cannot be read by itself',
    inside: /^main\/security\//,
    never: /^(?:node:(?!path$|crypto$)|main\/(?!security\/))/,
  },
  {
    rule: 'the window imports neither main nor the sandbox bank, and of the preload the contract only',
    because: 'they are other processes',
    inside: /^renderer\//,
    never: /^(?:main|sandbox|preload\/(?!contract\/))/,
  },
  {
    rule: 'neither main nor the preload imports the window',
    because: 'they meet in preload/contract/',
    inside: /^(?:main|preload)\//,
    never: /^renderer\//,
  },
  {
    rule: 'main does not import the sandbox bank',
    because: 'it is a provider like any other, reached over TLS',
    inside: /^(?:main|preload)\//,
    never: /^sandbox\//,
  },
  {
    rule: 'the contract imports nothing of any side',
    because: 'all sides import it',
    inside: /^preload\/contract\//,
    never: /^(?:main|renderer|sandbox|preload\/index\.ts$|electron|node:)/,
  },
  {
    rule: 'the sandbox bank imports of ours the consent words and vocabulary only',
    because: 'a bank shares neither files nor memory with its clients',
    inside: /^sandbox\//,
    never:
      /^(?:main|renderer|preload)\/(?!contract\/(?:consent-vocabulary|consent-wording|messages\/en-consent)\.ts$)/,
  },
  {
    rule: 'nothing that ships imports a test or a script',
    because: 'neither is in the package',
    inside: OURS,
    never: /^(?:test|scripts)\//,
  },
];

describe('imports', () => {
  for (const { rule, because, inside, never } of IMPORT_RULES) {
    it(`${rule}, because ${because}`, () => {
      expect(edges(inside, never)).toEqual([]);
    });
  }

  it('features do not import each other, so that one can be deleted without touching another', () => {
    const crossings = edges(/^renderer\/features\//, /^renderer\/features\//).filter((edge) => {
      const [from, to] = edge.split(' -> ').map((path) => path.split('/')[2]);
      return from !== to;
    });
    expect(crossings).toEqual([]);
  });

  it('there are no cycles', () => {
    expect(importCycles(EVERYTHING)).toEqual([]);
  });

  it('the checks above see what there is to see', () => {
    expect(importsOf('main/index.ts')).toContain('main/open-operations.ts'); // by import()
    expect(importsOf('main/operations/app-operations.ts')).toContain('preload/contract/result.ts');
    expect(importsOf('main/electron/window.ts')).toContain('electron');
    expect(codeIn(OURS).length).toBeGreaterThan(100);
  });
});

/** What may stand in some files only, and why. */
const TEXT_RULES: ReadonlyArray<{
  readonly rule: string;
  readonly because: string;
  readonly pattern: RegExp;
  readonly inside: RegExp;
  readonly onlyIn: readonly string[];
}> = [
  {
    rule: '[S13] Math.random is not used',
    because: 'what it makes can be guessed',
    pattern: /\bMath\.random\b/,
    inside: /^(?:main|sandbox)\//,
    onlyIn: [],
  },
  {
    rule: 'oauth/ and fdx/ read no clock and make no randomness of their own',
    because: 'both are arguments of pure code',
    pattern:
      /\bDate\.now\b|new Date\(\)|\bperformance\b|\brandomUUID\b|\brandomBytes\b|\bsetTimeout\b|\bfetch\(/,
    inside: /^main\/(?:oauth|fdx)\//,
    onlyIn: [],
  },
  {
    rule: 'oauth/, fdx/, http/, connections/ and data/ know of no sandbox',
    because: 'the sandbox bank is an ordinary provider profile',
    pattern: /sandbox/i,
    inside: /^main\/(?:oauth|fdx|http|connections|data)\//,
    onlyIn: [],
  },
  {
    rule: '[S63] one file touches ipcMain',
    because: 'every message then goes through one check of its sender',
    pattern: /\bipcMain\b/,
    inside: OURS,
    onlyIn: ['main/electron/ipc-server.ts'],
  },
  {
    rule: 'one file touches ipcRenderer',
    because: 'a bridge that hands it on has no bounds',
    pattern: /\bipcRenderer\b/,
    inside: OURS,
    onlyIn: ['preload/index.ts'],
  },
  {
    rule: 'one file may say which certificate is good',
    because: 'only the bank window pins one; everywhere else Chromium decides',
    pattern: /setCertificateVerifyProc/,
    inside: OURS,
    onlyIn: ['main/electron/bank-window.ts'],
  },
  {
    rule: '[S14] two files load a page',
    because: 'anyone else’s page belongs into the system browser (RFC 8252 section 8.12)',
    pattern: /\bloadURL\b|\bloadFile\b/,
    inside: OURS,
    onlyIn: ['main/electron/bank-window.ts', 'main/electron/window.ts'],
  },
  {
    rule: '[S07][S15] the app does not look at what it was started with',
    because: 'who can start it could otherwise steer it: a click starts a flow, and nothing else',
    pattern: /\bargv\b/,
    inside: /^(?:main|preload)\/(?!electron\/lifecycle\.ts$)/,
    onlyIn: [],
  },
  {
    rule: '[S18] one file hears of another start, of a link and of a file',
    because: 'everything from outside then goes over one desk',
    pattern: /second-instance|open-url|open-file|setAsDefaultProtocolClient/,
    inside: OURS,
    onlyIn: ['main/electron/lifecycle.ts'],
  },
  {
    rule: '[S07] four files keep a provider profile',
    because:
      'the first puts in another key; of the rest one alone takes an issuer from outside main, from the form that the person saved',
    pattern: /\bprofiles\.put\(/,
    inside: OURS,
    onlyIn: [
      'main/credentials/manage-credentials.ts',
      'main/providers/keep-provider.ts',
      'main/providers/open-sandbox.ts',
      'main/providers/register-provider.ts',
    ],
  },
  {
    rule: 'nothing lets a bad certificate pass',
    because: 'a provider that cannot prove itself gets no request',
    pattern: /rejectUnauthorized:\s*false|certificate-error|checkServerIdentity|NODE_TLS_REJECT_UNAUTHORIZED/,
    inside: /^(?:main|preload|renderer)\//,
    onlyIn: [],
  },
  {
    rule: 'nothing starts a crash reporter (SECURITY row 79)',
    because: 'a dump of memory holds keys and tokens',
    pattern: /crashReporter/,
    inside: OURS,
    onlyIn: [],
  },
  {
    rule: '[S41] nothing turns text into HTML or code',
    because: 'a provider’s text is data',
    pattern:
      /dangerouslySetInnerHTML|\binnerHTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(|executeJavaScript/,
    inside: /^(?:main|preload|renderer)\//,
    onlyIn: [],
  },
];

describe('what may stand where', () => {
  for (const { rule, because, pattern, inside, onlyIn } of TEXT_RULES) {
    it(`${rule}, because ${because}`, () => {
      expect([...filesWith(pattern, inside)].sort()).toEqual(onlyIn);
    });
  }

  it('[S62] shell.openExternal has one call site', () => {
    const calls = codeIn(OURS).flatMap((file) =>
      [...codeOf(file).matchAll(/\bopenExternal\b/g)].map(() => file),
    );
    expect(calls).toEqual(['main/electron/system-browser.ts']);
  });
});

/** Tools that take a default export and nothing else. */
const LOADED_BY_A_TOOL = /(?:-summary|\.config)\.(?:ts|mjs)$|^scripts\/package\/after-pack\.mjs$/;

describe('names and sizes', () => {
  it('every file can be read in one sitting: 300 lines', () => {
    const long = [...SOURCES].filter(([, text]) => text.trimEnd().split('\n').length > 300);
    expect(long.map(([file]) => file)).toEqual([]);
  });

  it('nothing is exported by default, so that a thing has one name everywhere', () => {
    const defaults = filesWith(/\bexport default\b|\bas default\b/, EVERYTHING);
    expect(defaults.filter((file) => !LOADED_BY_A_TOOL.test(file))).toEqual([]);
  });

  it('no index re-exports others: an import names the file where the thing is', () => {
    const barrels = filesWith(/\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as \w+\s*)?from\b/, OURS);
    expect(barrels).toEqual([]);
  });

  it('no file or folder is named for being a leftover', () => {
    const leftovers = [...SOURCES.keys()].filter((file) => {
      const names = [...dirname(file).split('/'), basename(file).replace(/\..*$/, '')];
      const isOfTests = file.startsWith('test/');
      return names.some(
        (name) => /^(?:utils?|common|misc|shared|stuff)$/.test(name) || (name === 'helpers' && !isOfTests),
      );
    });
    expect(leftovers).toEqual([]);
  });
});

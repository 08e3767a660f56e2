const OURS = /^(?:main|preload|renderer|sandbox)\//;

/** What may stand in some files only, and why. */
export const TEXT_RULES: ReadonlyArray<{
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
    because: 'everything from outside then goes through one handler',
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
    rule: 'the library below openid-client is used by one file',
    because: 'openid-client is the OAuth client; it alone cannot read a callback without exchanging it',
    pattern: /['"]oauth4webapi['"]/,
    inside: /./,
    onlyIn: ['main/oauth/callback.ts'],
  },
  {
    rule: 'nothing asks over http',
    because: 'the library has a way to be talked into it',
    pattern: /\ballowInsecureRequests\b/,
    inside: /^(?!test\/architecture)/,
    onlyIn: [],
  },
  {
    rule: 'one file makes a configuration of the OAuth library',
    because: 'one that is made without our transport would ask by itself',
    pattern: /\bnew Configuration\(|(?<![.\w])discovery\(|\bdynamicClientRegistration\(/,
    inside: /^(?:main|scripts|sandbox)\//,
    onlyIn: ['main/oauth/configuration.ts'],
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

/**
 * The Content-Security-Policy of the window: nothing, then exactly what the pages use.
 *
 * `connect-src 'none'` is the important line. The window cannot reach the network at
 * all, so a script injected into it has nowhere to send what it reads.
 *
 * @see Electron security checklist, item 7
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Decides whether the authorization page may be handed to the system browser.
 *
 * @returns the URL to open, rebuilt by our parser so that what was checked is what is opened,
 *   or null when it must be dropped
 * @see Electron security checklist, item 15; RFC 8252 section 8.12
 */
export function browserLink(candidate: URL): string | null {
  const hasUserInfo = candidate.username !== '' || candidate.password !== '';
  return candidate.protocol === 'https:' && !hasUserInfo ? candidate.href : null;
}

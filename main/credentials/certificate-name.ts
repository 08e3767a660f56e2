import { cleanForeignText } from '../security/foreign-text';

const MAX_NAME_CHARACTERS = 200;

/**
 * What a certificate is called on screen: its common name, else its whole subject on one line.
 *
 * @param subject one `name=value` for each line, as `CertificateFacts` has it
 * @see RFC 5280 section 4.1.2.6
 */
export function nameOfSubject(subject: string): string {
  const commonName = /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
  return cleanForeignText(commonName, MAX_NAME_CHARACTERS) || '–';
}

import type { RawRecord } from '../../preload/contract/consent-shapes';
import { MAX_RECORD_LENGTH } from '../../preload/contract/row-limits';
import type { ConnectionRecord } from '../records/connection-record';
import { prettyJson } from '../wire/pretty-json';
import { maskAccountNumbers } from '../wire/redaction';
import { accountTexts } from './account-records';

/** How long each record is, in characters as it was received; null where there is none. */
export function recordLengths(connection: ConnectionRecord): Record<RawRecord, number | null> {
  const lengthOf = (record: RawRecord) => {
    const texts = textsOf(connection, record);
    return texts.length === 0 ? null : texts.reduce((sum, { length }) => sum + length, 0);
  };
  return {
    consent: lengthOf('consent'),
    requested: lengthOf('requested'),
    token: lengthOf('token'),
    accounts: lengthOf('accounts'),
  };
}

/**
 * One record laid out for reading, every number as it was sent, account numbers masked. Of a long one the beginning:
 * no more is laid out than is shown.
 *
 * @returns null where there is no such record
 */
export function readRecord(
  connection: ConnectionRecord,
  record: RawRecord,
): { readonly text: string; readonly isCut: boolean } | null {
  const texts = textsOf(connection, record);
  if (texts.length === 0) return null;
  let text = '';
  for (const one of texts) {
    if (text.length > MAX_RECORD_LENGTH) break;
    text += `${text === '' ? '' : '\n'}${maskAccountNumbers(prettyJson(one))}`;
  }
  const isWhole = text.length <= MAX_RECORD_LENGTH;
  return { text: isWhole ? text : text.slice(0, MAX_RECORD_LENGTH), isCut: !isWhole };
}

function textsOf(connection: ConnectionRecord, record: RawRecord): readonly string[] {
  switch (record) {
    case 'consent':
      return connection.consentText === null ? [] : [connection.consentText];
    case 'requested':
      return [JSON.stringify(connection.requested)];
    case 'token':
      return [JSON.stringify(connection.maskedToken)];
    case 'accounts':
      return accountTexts(connection);
  }
}

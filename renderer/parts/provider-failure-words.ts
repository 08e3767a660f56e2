import { assertNever, type Failure } from '../../preload/contract/failure';
import { type FailureWords, words, YOU } from './failure-parts';

const KINDS = [
  'not-registered',
  'no-registration-endpoint',
  'authority-unreadable',
  'key-unusable',
  'not-printed',
  'file-not-read',
  'callback-not-ours',
] as const satisfies readonly Failure['kind'][];

/** What can go wrong while a provider is added, registered or answered by hand. */
export type ProviderFailure = Extract<Failure, { kind: (typeof KINDS)[number] }>;

/** Whether a failure is one of those. */
export function isProviderFailure(failure: Failure): failure is ProviderFailure {
  return KINDS.some((kind) => kind === failure.kind);
}

/** The words of a failure around providers; all of them are the person's to mend. */
export function wordProviderFailure(failure: ProviderFailure): FailureWords {
  switch (failure.kind) {
    case 'not-registered':
    case 'no-registration-endpoint': {
      const values = { provider: failure.providerName };
      return words({ id: `failure.${failure.kind}`, values }, YOU, {
        id: `failure.${failure.kind}.next`,
        values,
      });
    }
    case 'authority-unreadable':
      return words({ id: 'failure.authority-unreadable' }, YOU, { id: 'failure.authority-unreadable.next' });
    case 'key-unusable':
      return words({ id: `failure.key-unusable.${failure.reason}` }, YOU, {
        id: 'failure.key-unusable.next',
      });
    case 'not-printed':
      return words(
        { id: 'failure.not-printed' },
        YOU,
        { id: 'failure.not-printed.next' },
        {
          technical: failure.reason,
        },
      );
    case 'file-not-read':
      return words({ id: `failure.file-not-read.${failure.reason}` }, YOU, {
        id: 'failure.file-not-read.next',
      });
    case 'callback-not-ours':
      return words(
        { id: `failure.callback-not-ours.${failure.reason}` },
        YOU,
        { id: `failure.callback-not-ours.${failure.reason}.next` },
        { kind: 'warn' },
      );
    default:
      return assertNever(failure);
  }
}

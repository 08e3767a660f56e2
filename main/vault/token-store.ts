import type { Failure } from '../../preload/contract/failure';
import type { Result } from '../../preload/contract/result';
import type { RecordKeeper } from './record-keeper';
import type { TokenSet } from './vault-record';

/**
 * The tokens in the vault, by connection id.
 *
 * Every answer is `vault-locked` while a passphrase is still needed.
 */
export interface TokenStore {
  /** The tokens of a connection, or null when the vault has none. */
  get(connectionId: string): Result<TokenSet | null, Failure>;
  /**
   * Adds or replaces the tokens of a connection. Resolves once they are on disk, so: put a rotated
   * refresh token before its access token is used.
   *
   * When the disk refuses (`storage-full`, `storage-failed`) the new tokens are held in memory all the
   * same, because the provider has forgotten the old ones; they are saved with the next change or by
   * `Vault.flush`, and lost if the app ends before.
   *
   * @see RFC 9700 section 4.14.2 (refresh token rotation)
   */
  put(tokens: TokenSet): Promise<Result<null, Failure>>;
  /**
   * Forgets the tokens of a connection, also in the earlier generation of the file.
   *
   * When the disk refuses they are forgotten in memory at once and on disk with the next save.
   */
  delete(connectionId: string): Promise<Result<null, Failure>>;
}

/** The tokens' part of a vault. */
export function createTokenStore(keeper: RecordKeeper): TokenStore {
  return {
    get: (connectionId) => keeper.read((record) => record.tokens.get(connectionId) ?? null),
    put: (tokens) =>
      keeper.change({
        apply: (record) => ({ ...record, tokens: new Map(record.tokens).set(tokens.connectionId, tokens) }),
        whenNotSaved: 'hold-on',
        earlierGeneration: 'keep',
      }),
    delete: (connectionId) =>
      keeper.change({
        apply: (record) => {
          const tokens = new Map(record.tokens);
          return tokens.delete(connectionId) ? { ...record, tokens } : record;
        },
        whenNotSaved: 'hold-on',
        earlierGeneration: 'drop',
      }),
  };
}

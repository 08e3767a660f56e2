import { safeStorage } from 'electron';

import type { Keychain } from '../ports/keychain';

/**
 * The system's keychain. On Linux `isEncryptionAvailable` is true even for a hard-coded password, so the
 * backend's name decides: `basic_text` is no keychain.
 *
 * @see Electron safeStorage: `getSelectedStorageBackend`
 */
export function systemKeychain(): Keychain {
  return {
    backend: backendName,
    isAvailable: () => backendName() !== null && safeStorage.isEncryptionAvailable(),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
  };
}

function backendName(): string | null {
  if (process.platform === 'darwin') return 'macos_keychain';
  if (process.platform === 'win32') return 'windows_dpapi';
  const backend = safeStorage.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown' ? null : backend;
}

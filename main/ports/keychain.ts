/** The system's keychain as the vault needs it. Implemented over safeStorage; a call may throw. */
export interface Keychain {
  /** Name of what stands behind it, for example `gnome_libsecret`; null where there is nothing. */
  backend(): string | null;
  isAvailable(): boolean;
  encrypt(text: string): Uint8Array;
  decrypt(bytes: Uint8Array): string;
}

import { describe, expect, it } from 'vitest';

import { missingCharacters, viewSecrets } from '../../renderer/features/settings/secrets-view';

describe('how keys and access are kept', () => {
  it('asks for a passphrase only where one would help', () => {
    const formOf = (kind: 'keychain' | 'passphrase' | 'memory' | 'locked' | 'lost') =>
      viewSecrets({ kind, backend: null }).form;

    expect(formOf('keychain')).toBeNull();
    expect(formOf('passphrase')).toBeNull();
    expect(formOf('memory')).toBe('set');
    expect(formOf('lost')).toBe('set');
    expect(formOf('locked')).toBe('unlock');
  });

  it('names the keychain', () => {
    const { about } = viewSecrets({ kind: 'keychain', backend: 'gnome_libsecret' });

    expect(about.values).toEqual({ backend: 'gnome_libsecret' });
  });

  it('counts what a passphrase still lacks', () => {
    expect(missingCharacters('abc')).toBe(5);
    expect(missingCharacters('long enough')).toBe(0);
  });
});

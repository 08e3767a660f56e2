import { describe, expect, it } from 'vitest';

import { missingLibraries, packagesFor, packagesForPrograms } from '../../scripts/setup/debian-packages.mjs';

const LDD = `\tlinux-vdso.so.1 (0x00007f9a0f6a3000)
\tlibnss3.so => not found
\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f9a0f320000)
\tlibnssutil3.so => not found
\tlibasound.so.2 => not found
`;

describe('the system packages that Electron needs', () => {
  it('reads from ldd which libraries are not there', () => {
    expect(missingLibraries(LDD)).toEqual(['libnss3.so', 'libnssutil3.so', 'libasound.so.2']);
  });

  it('knows what brings the programs of the tests, and what a keychain needs beside its program', () => {
    expect(packagesForPrograms(['Xvfb'])).toEqual(['xvfb']);
    expect(packagesForPrograms(['gnome-keyring-daemon'])).toEqual(['gnome-keyring', 'libsecret-1-0']);
  });

  it('names each package once', () => {
    const { packages } = packagesFor(['libnss3.so', 'libnssutil3.so'], () => true);
    expect(packages).toEqual(['libnss3']);
  });

  it('takes the name that this system offers, and the older one where it offers neither', () => {
    const onDebian13 = packagesFor(['libasound.so.2'], (name) => name === 'libasound2t64');
    const onDebian12 = packagesFor(['libasound.so.2'], (name) => name === 'libasound2');
    const withoutLists = packagesFor(['libasound.so.2'], () => false);
    expect([onDebian13, onDebian12, withoutLists].map(({ packages }) => packages)).toEqual([
      ['libasound2t64'],
      ['libasound2'],
      ['libasound2'],
    ]);
  });

  it('says which library it has never heard of', () => {
    expect(packagesFor(['libnew.so.9'], () => true)).toEqual({ packages: [], unknown: ['libnew.so.9'] });
  });
});

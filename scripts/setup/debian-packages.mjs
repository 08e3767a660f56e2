// @ts-check

/**
 * Which Debian package brings a shared library that Electron's binary is linked against. Where a name changed (Debian 13
 * and Ubuntu 24.04 renamed some for 64-bit time), the newer one comes first.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PACKAGES_OF = {
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgmodule-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libpangocairo-1.0.so.0': ['libpangocairo-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libX11.so.6': ['libx11-6'],
  'libX11-xcb.so.1': ['libx11-xcb1'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXcursor.so.1': ['libxcursor1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXi.so.6': ['libxi6'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXrender.so.1': ['libxrender1'],
  'libXtst.so.6': ['libxtst6'],
};

/**
 * Which Debian packages bring a program that the tests run, with what it needs to be of use.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const PACKAGES_OF_PROGRAM = {
  Xvfb: ['xvfb'],
  'dbus-run-session': ['dbus'],
  'gnome-keyring-daemon': ['gnome-keyring', 'libsecret-1-0'],
};

/**
 * The packages that bring these programs.
 * @param {readonly string[]} programs
 * @returns {string[]}
 */
export function packagesForPrograms(programs) {
  return programs.flatMap((program) => PACKAGES_OF_PROGRAM[program] ?? []);
}

/**
 * The libraries that `ldd` could not find, in its order.
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/**
 * The packages to install for these libraries on this system, and the libraries that no known package brings.
 * @param {readonly string[]} libraries
 * @param {(name: string) => boolean} isOffered whether this system's package lists have that name
 * @returns {{ packages: string[], unknown: string[] }}
 */
export function packagesFor(libraries, isOffered) {
  const packages = new Set();
  const unknown = [];
  for (const library of libraries) {
    const names = PACKAGES_OF[library];
    if (names) packages.add(names.find(isOffered) ?? names.at(-1));
    else unknown.push(library);
  }
  return { packages: [...packages], unknown };
}

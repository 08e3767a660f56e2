// @ts-check
import fs from 'node:fs';
import path from 'node:path';

import { ROOT } from '../setup/places.mjs';

/** A fuse that Electron has and the installed electron-builder cannot state: true is Electron's own default. */
export const FUSES_SET_BY_US = { wasmTrapHandlers: true };

/**
 * Every fuse that we state, by the name it has in electron-builder.yml.
 * @returns {Record<string, boolean>}
 */
export function statedFuses() {
  return {
    ...readFuses(fs.readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8')),
    ...FUSES_SET_BY_US,
  };
}

/**
 * The `electronFuses` block of electron-builder.yml. It holds nothing but booleans, so this needs no YAML parser.
 * @param {string} yaml
 * @returns {Record<string, boolean>}
 */
export function readFuses(yaml) {
  const block = /^electronFuses:\n((?: {2}.*\n)*)/m.exec(yaml)?.[1] ?? '';
  const lines = [...block.matchAll(/^ {2}(\w+): (true|false)(?: #.*)?$/gm)];
  return Object.fromEntries(lines.map(([, name = '', value]) => [name, value === 'true']));
}

/**
 * What a fuse is called in electron-builder.yml: `RunAsNode` is `runAsNode` there.
 * @param {string} name as in `FuseV1Options`
 * @returns {string}
 */
export function yamlName(name) {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

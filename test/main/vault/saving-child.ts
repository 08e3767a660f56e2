import { writeSync } from 'node:fs';

import { openVault } from '../../../main/vault/vault';
import { watchedDisk } from '../store/failing-disk';
import { fakeKeychain } from './fake-keychain';
import { someTokens } from './vault-samples';

/*
 * Saves ever newer refresh tokens until it is killed. Arguments: the vault's folder, the number of the first
 * token, and at which step of the disk to kill itself (0: never).
 */
const [folder, first, fatalStep] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`); // not console.log: what was said must survive the kill

let steps = 0;
let isSaving = false;
const disk = watchedDisk(async (step) => {
  if (!isSaving) return;
  steps += 1;
  say(`step ${steps} ${step}`);
  if (steps === Number(fatalStep)) process.kill(process.pid, 'SIGKILL');
});

const vault = await openVault({ folder: folder!, keychain: fakeKeychain(), nowMs: () => 0, disk });
isSaving = true;
for (let number = Number(first); number < Number(first) + 500; number += 1) {
  say(`saving ${number}`);
  const saved = await vault.tokens.put(someTokens({ refreshToken: `refresh-${number}` }));
  say(saved.ok ? `saved ${number}` : `failed ${number}`);
}

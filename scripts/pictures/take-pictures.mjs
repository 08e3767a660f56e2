// @ts-check
import { launchApp } from '../demo/launch-app.mjs';
import { withDisplay } from '../process/display.mjs';
import { say, viewDuration } from '../process/say.mjs';
import { withTemporaryFolder } from '../process/temporary-folder.mjs';
import { Album } from './album.mjs';
import { takeExactRequest, takeFirstConsent, takeRefusal, takeWelcome } from './first-visit.mjs';
import { takeImportRefused, takeKeys } from './key-scenes.mjs';
import { takeHome, takeNarrowedConsent, takeSecrets, takeStop } from './later-visits.mjs';
import { takeProviders } from './provider-scenes.mjs';
import { takeWire, takeWireCompared } from './wire-scenes.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

const STEP_TIMEOUT_MS = 30_000;

/** One after the other in one running application: each begins where the one before has left off. */
const SCENES = [
  takeWelcome,
  takeExactRequest,
  takeRefusal,
  takeFirstConsent,
  takeWire,
  takeWireCompared,
  takeNarrowedConsent,
  takeHome,
  takeStop,
  takeSecrets,
  takeKeys,
  takeImportRefused,
  takeProviders,
];

/** @returns {Promise<number>} the exit code */
export async function takePictures() {
  const startedMs = Date.now();
  const count = await withTemporaryFolder('pictures', (profileFolder) =>
    withDisplay((env) => playScenes(profileFolder, env)),
  );
  say(`Took ${count} pictures in ${viewDuration(Date.now() - startedMs)}: docs/guide/pictures/.`);
  return 0;
}

/**
 * @param {string} profileFolder
 * @param {NodeJS.ProcessEnv} env
 */
async function playScenes(profileFolder, env) {
  const app = await launchApp({ profileFolder, env });
  app.context().setDefaultTimeout(STEP_TIMEOUT_MS);
  try {
    const album = new Album();
    /** @type {Stage} */
    const stage = { app, window: await app.firstWindow(), album };
    for (const scene of SCENES) await scene(stage);
    return album.close();
  } finally {
    await app.close();
  }
}

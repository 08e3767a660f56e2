import { powerMonitor } from 'electron';

import { createWaking } from '../http/waking';
import type { OnWaking } from '../http/waking';

/** Hears from the system that it has woken up. To be called once, after Electron is ready. */
export function systemWaking(): OnWaking {
  const { onWaking, wake } = createWaking();
  powerMonitor.on('resume', wake);
  return onWaking;
}

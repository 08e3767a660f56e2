import { powerMonitor } from 'electron';

import { createResumeSource, type OnResume } from '../ports/resume';

/** Hears from the system that it has woken up. To be called once, after Electron is ready. */
export function systemResume(): OnResume {
  const { onResume, wake } = createResumeSource();
  powerMonitor.on('resume', wake);
  return onResume;
}

import { type BrowserWindow, ipcMain } from 'electron';

import type { Operation, Topic } from '../../preload/contract/ipc-contract';
import { OPERATIONS } from '../../preload/contract/operations';
import { senderOf, whyDistrust } from '../ipc/trusted-sender';

export interface IpcServer {
  /** The one window that has a bridge. */
  readonly window: BrowserWindow;
  /** Scheme and host of our own pages. */
  readonly appOrigin: string;
  /** Answers a question of the window; see `main/ipc/answer`. The input is whatever arrived. */
  readonly answer: (operation: Operation, input: unknown) => Promise<unknown>;
}

/** The only file that touches ipcMain. Listens for every operation of the contract, and for nothing else. */
export function serveIpc({ window, appOrigin, answer }: IpcServer): void {
  for (const operation of OPERATIONS) {
    ipcMain.handle(operation, (event, input: unknown) => {
      const distrust = whyDistrust(senderOf(event, window), appOrigin);
      if (distrust !== null) throw new Error(`refused ${operation}: ${distrust}`);
      return answer(operation, input);
    });
  }
}

/** Tells a window that something of a topic changed. The notice carries no data. */
export function noticeTo(window: BrowserWindow | null, topic: Topic): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send('changed', topic);
}

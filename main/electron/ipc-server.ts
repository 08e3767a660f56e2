import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';

import { ipcContract } from '../../preload/contract/ipc-contract';
import type { Operation, Operations, Topic } from '../../preload/contract/ipc-contract';
import { answer } from '../ipc/answer';
import type { ReportUnexpected } from '../ipc/answer';
import { whyDistrust } from '../ipc/trusted-sender';
import type { Sender } from '../ipc/trusted-sender';

export interface IpcServer {
  readonly handlers: Operations;
  /** The one window that has a bridge. */
  readonly window: BrowserWindow;
  /** Scheme and host of our own pages. */
  readonly appOrigin: string;
  readonly reportUnexpected: ReportUnexpected;
}

/** The only file that touches ipcMain. Registers every operation in the contract, and nothing else. */
export function serveIpc({ handlers, window, appOrigin, reportUnexpected }: IpcServer): void {
  for (const operation of Object.keys(ipcContract) as Operation[]) {
    ipcMain.handle(operation, (event, input: unknown) => {
      const distrust = whyDistrust(senderOf(event, window), appOrigin);
      if (distrust !== null) throw new Error(`refused ${operation}: ${distrust}`);
      return answer(operation, input, handlers, reportUnexpected);
    });
  }
}

/** Tells a window that something of a topic changed. The notice carries no data. */
export function noticeTo(window: BrowserWindow | null, topic: Topic): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send('changed', topic);
}

function senderOf(event: IpcMainInvokeEvent, window: BrowserWindow): Sender {
  return {
    frameUrl: event.senderFrame?.url ?? null,
    isTopFrame: event.senderFrame?.parent === null,
    isOurWindow: !window.isDestroyed() && event.sender === window.webContents,
  };
}

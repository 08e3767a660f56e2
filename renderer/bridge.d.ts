import type { Bridge } from '../preload/contract/ipc-contract';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

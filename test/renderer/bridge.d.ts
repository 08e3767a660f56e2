/// <reference path="../../renderer/bridge.d.ts" />

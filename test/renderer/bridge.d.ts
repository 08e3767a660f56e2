import type {} from '../../renderer/bridge';

import type { Operations } from '../../preload/contract/ipc-contract';
import { fail, ok } from '../../preload/contract/result';
import { viewProvider } from '../providers/provider-detail';
import type { Services } from '../services';

/** What the operations on flows need. */
export interface FlowOperationsDeps {
  readonly services: Services;
  readonly changed: (topic: 'credentials') => void;
}

type FlowOperation =
  | 'openSandbox'
  | 'openBankSite'
  | 'startFlow'
  | 'getFlow'
  | 'cancelFlow'
  | 'reopenBankPage'
  | 'pasteCallback';

/** The operations on flows, from the click to the first data. */
export function flowOperations({ services, changed }: FlowOperationsDeps): Pick<Operations, FlowOperation> {
  const { flows, profiles } = services;
  return {
    openSandbox: async () => {
      const profile = await services.openSandbox();
      changed('credentials'); // it may have made one
      return profile.ok ? ok(viewProvider(services.vault, profile.value)) : profile;
    },
    openBankSite: async ({ providerId }) => {
      const opened = await services.openBankSite(providerId);
      return opened.ok ? ok({}) : opened;
    },
    startFlow: async ({ providerId, purpose, authorizationDetails, disclosed = null }) => {
      const profile = profiles.get(providerId);
      if (profile === null) return fail({ kind: 'provider-unknown' });
      if (profile.clientId === '') return fail({ kind: 'not-registered', providerName: profile.name });
      return ok(flows.start(profile, { purpose, authorizationDetails, disclosed }));
    },
    getFlow: async ({ flowId }) => flows.get(flowId),
    cancelFlow: async ({ flowId }) => flows.cancel(flowId),
    reopenBankPage: async ({ flowId }) => {
      const opened = await flows.reopen(flowId);
      return opened.ok ? ok({}) : opened;
    },
    pasteCallback: async ({ flowId, address }) => {
      const taken = await flows.paste(flowId, address);
      return taken.ok ? ok({}) : taken;
    },
  };
}

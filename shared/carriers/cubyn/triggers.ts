import type { PollTrigger } from '../../declare/trigger';

export const polls: readonly PollTrigger[] = [];

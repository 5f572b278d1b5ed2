import type { CubynSettings } from './account.types';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MEGABYTE = 1024 * 1024;

export function sandboxSettings(): CubynSettings {
	return {
		lookUpLag: 0,
		validationMs: 4 * SECOND,
		cancellationMs: 20 * SECOND,
		labelMs: 2 * SECOND,
		linkMs: 5 * MINUTE,
		claimMs: 60 * MINUTE,
		attachmentMaxBytes: 2 * MEGABYTE,
		fileMaxBytes: 5 * MEGABYTE,
		uniqueOrderRef: false,
		v3Statuses: 'v3',
		v3Quantity: 'quantity',
		staleLotStatus: false,
		claimAttachments: 'needed',
		tokensExpired: false,
		retryMinutes: [1, 2, 4],
		retryOn: '500',
		webhookTimeoutMs: 10 * SECOND,
	};
}

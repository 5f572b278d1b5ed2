import type { HubriseConnection, HubriseEvent, HubriseNotice } from './desk.types';

export class Notice implements HubriseNotice {
	pending = true;

	constructor(
		readonly seq: number,
		/** Asked at the moment of each attempt: its callback may have another address by then, or none. */
		readonly to: HubriseConnection,
		readonly event: HubriseEvent,
	) {}

	get connection(): string {
		return this.to.token;
	}
}

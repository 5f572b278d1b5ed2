import type { IDataObject, INodeExecutionData, INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { success, type Result } from '../../shared/declare/failure';
import type { LookingTrigger } from '../../shared/declare/trigger';
import { glanceInto, lookInto } from '../../shared/events/inbox';
import { glance, look } from '../../shared/events/poll';
import { digest } from '../../shared/run/digest';
import type { Ports } from '../../shared/run/ports';
import { authenticationProperties } from './authentication';
import { hostError } from './host-error';
import { plain } from './plain';
import { readInboxState, type StoredInbox } from './inbox-state';
import { readPollState, type StoredPoll } from './poll-state';
import { connected, type Connected } from './ports';
import { triggerItem } from './trigger-item';
import { pollProperties } from './trigger-properties';
import { isJsonObject } from '../../shared/declare/json';

/** Kept free of what n8n gives a poll, to hand over what was found. */
const SPARE_MS = 5_000;
/** Older versions of n8n give no time. */
const BUDGET_MS = 30_000;

function budget(host: IPollFunctions): number {
	const given = typeof host.getPollBudgetMs === 'function' ? host.getPollBudgetMs() : BUDGET_MS;
	return Math.max(1_000, given - SPARE_MS);
}

const textsOf = (value: unknown): string[] => {
	const list = plain(value);
	return Array.isArray(list) ? list.map(String) : [];
};

async function handOver(host: IPollFunctions, trigger: LookingTrigger, way: Connected, items: readonly Item[]): Promise<INodeExecutionData[][] | null> {
	const options = plain(host.getNodeParameter('options', {}));
	const withFiles = isJsonObject(options) && options.downloadFiles === true;
	const out: INodeExecutionData[] = [];
	for (const item of items) out.push(await triggerItem(host, way, item, withFiles ? (trigger.files?.(item) ?? []) : []));
	return out.length === 0 ? null : [out];
}

interface Looked {
	items: readonly Item[];
	/** What to put into n8n's store. */
	kept: StoredPoll | StoredInbox;
}

interface Looker {
	glance(ports: Ports): Promise<Result<Item[]>>;
	look(kept: IDataObject, of: string, deadline: number, ports: Ports): Promise<Result<Looked>>;
}

function lookerOf(host: IPollFunctions, carrier: Carrier, trigger: LookingTrigger, access: Access, only: readonly string[]): Looker {
	if (trigger.kind === 'poll') {
		const work = { carrier, trigger, access, only };
		return {
			glance: async (ports) => await glance(work, ports),
			look: async (kept, of, deadline, ports) => {
				const looked = await look(work, readPollState(kept, of), deadline, ports);
				return looked.ok ? success({ items: looked.value.items, kept: { of, state: looked.value.state } }) : looked;
			},
		};
	}
	const options = plain(host.getNodeParameter('options', {}));
	const work = { carrier, trigger, access, only, takeOver: isJsonObject(options) && options.takeOver === true };
	return {
		glance: async (ports) => await glanceInto(work, ports),
		look: async (kept, of, deadline, ports) => {
			const looked = await lookInto(work, readInboxState(kept, of), deadline, ports);
			return looked.ok ? success({ items: looked.value.items, kept: { of, inbox: looked.value.state } }) : looked;
		},
	};
}

/** Triggers that are looking. */
const underWay = new Set<string>();

/** n8n begins a look by the clock, whether or not the last one has ended, and would have the same things told twice. */
async function alone<T>(trigger: string, look: () => Promise<T>): Promise<T | null> {
	if (underWay.has(trigger)) return null;
	underWay.add(trigger);
	try {
		return await look();
	} finally {
		underWay.delete(trigger);
	}
}

async function poll(host: IPollFunctions, carrier: Carrier): Promise<INodeExecutionData[][] | null> {
	const node = host.getNode();
	const trigger = carrier.polls.find(({ id }) => id === host.getNodeParameter('event'));
	if (!trigger) throw hostError(node, { code: 'invalid_input', message: `${carrier.title} has no such event`, advice: 'Choose another event.' });
	const way = await connected(host, carrier);
	if (!way.ok) throw hostError(node, way.failure);
	const { access, ports } = way.value;
	const only = trigger.filter ? textsOf(host.getNodeParameter('only', [])) : [];
	const looker = lookerOf(host, carrier, trigger, access, only);

	if (host.getMode() === 'manual') {
		const sample = await looker.glance(ports);
		if (!sample.ok) throw hostError(node, sample.failure);
		return await handOver(host, trigger, way.value, sample.value);
	}

	return await alone(`${host.getWorkflow().id ?? ''}:${node.id}`, async () => {
		const kept = host.getWorkflowStaticData('node');
		// Of another event or account nothing is known yet: that is a first look.
		const of = digest([trigger.id, access.base, access.identity]);
		const looked = await looker.look(kept, of, ports.now() + budget(host), ports);
		if (!looked.ok) throw hostError(node, looked.failure);
		const items = await handOver(host, trigger, way.value, looked.value.items);
		// Only now, when nothing can fail any more: n8n saves the state together with handing the items on.
		Object.assign(kept, looked.value.kept);
		return items;
	});
}

/** What the shell of a carrier's polling trigger hands on to. */
export interface PollNode {
	properties: INodeProperties[];
	poll(host: IPollFunctions): Promise<INodeExecutionData[][] | null>;
}

export const pollNode = (carrier: Carrier): PollNode => ({
	properties: [...authenticationProperties(carrier), ...pollProperties(carrier)],
	poll: async (host) => await poll(host, carrier),
});

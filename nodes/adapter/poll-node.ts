import type { IDataObject, INodeExecutionData, INodeProperties, IPollFunctions } from 'n8n-workflow';

import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { success, type Failure, type Result } from '../../shared/declare/failure';
import type { PollingTrigger } from '../../shared/declare/trigger';
import { previewInbox, pollInbox } from '../../shared/events/inbox';
import { preview, poll } from '../../shared/events/poll';
import { stateKey } from '../../shared/run/account-key';
import { digest } from '../../shared/run/digest';
import type { Ports } from '../../shared/run/ports';
import { authenticationProperties } from './authentication';
import { hostError } from './host-error';
import { toJson } from './to-json';
import { readInboxState, type StoredInbox } from './inbox-state';
import { readPollState, storedPoll, type StoredPoll } from './read-poll-state';
import { openConnection, type ConnectionContext } from './ports';
import { pollSubtitle } from './subtitle';
import { triggerItem } from './trigger-item';
import { pollProperties } from './trigger-properties';
import { isJsonObject } from '../../shared/json';

/** Reserved from n8n's time for a poll, to return the items found. */
const SPARE_MS = 5_000;
/** Older versions of n8n give no time. */
const BUDGET_MS = 30_000;

function budget(host: IPollFunctions): number {
	const budgetMs = typeof host.getPollBudgetMs === 'function' ? host.getPollBudgetMs() : BUDGET_MS;
	return Math.max(1_000, budgetMs - SPARE_MS);
}

const textsOf = (value: unknown): string[] => {
	const list = toJson(value);
	return Array.isArray(list) ? list.map(String) : [];
};

async function toNodeOutput(
	host: IPollFunctions,
	trigger: PollingTrigger,
	connection: ConnectionContext,
	items: readonly Item[],
	until?: number,
): Promise<INodeExecutionData[][] | null> {
	const options = toJson(host.getNodeParameter('options', {}));
	const withFiles = isJsonObject(options) && options.downloadFiles === true;
	const output: INodeExecutionData[] = [];
	for (const item of items)
		output.push(await triggerItem(host, connection, item, withFiles ? (trigger.files?.(item) ?? []) : [], until));
	return output.length === 0 ? null : [output];
}

interface NodePollResult {
	items: readonly Item[];
	/** The data to put into n8n's store. */
	staticData: StoredPoll | StoredInbox;
}

interface Poller {
	preview(ports: Ports): Promise<Result<Item[]>>;
	poll(staticData: IDataObject, of: string, deadline: number, ports: Ports): Promise<Result<NodePollResult>>;
}

function pollerOf(
	host: IPollFunctions,
	carrier: Carrier,
	trigger: PollingTrigger,
	access: Access,
	filterValues: readonly string[],
): Poller {
	if (trigger.kind === 'poll') {
		const context = { carrier, trigger, access, filterValues };
		return {
			preview: async (ports) => await preview(context, ports),
			poll: async (staticData, of, deadline, ports) => {
				const result = await poll(context, readPollState(staticData, of, trigger), deadline, ports);
				return result.ok
					? success({ items: result.value.items, staticData: storedPoll(of, result.value.state) })
					: result;
			},
		};
	}
	const options = toJson(host.getNodeParameter('options', {}));
	const context = {
		carrier,
		trigger,
		access,
		filterValues,
		replaceExisting: isJsonObject(options) && options.replaceExisting === true,
	};
	return {
		preview: async (ports) => await previewInbox(context, ports),
		poll: async (staticData, of, deadline, ports) => {
			const result = await pollInbox(context, readInboxState(staticData, of), deadline, ports);
			return result.ok ? success({ items: result.value.items, staticData: { of, inbox: result.value.state } }) : result;
		},
	};
}

/** Triggers that are looking. */
const pollsInProgress = new Set<string>();

/** n8n starts polls by the clock, even if the last one has not ended. Two at once would emit the same items twice. */
async function withoutOverlap<T>(trigger: string, run: () => Promise<T>): Promise<T | null> {
	if (pollsInProgress.has(trigger)) return null;
	pollsInProgress.add(trigger);
	try {
		return await run();
	} finally {
		pollsInProgress.delete(trigger);
	}
}

/** Without it, a test step that finds nothing looks like one that has not run. */
const nothingToShow = ({ title }: Carrier, { noun }: PollingTrigger, filterValues: readonly string[]): Failure => ({
	code: 'not_found',
	message: `${title} has no ${noun.toLowerCase()} to show yet`,
	advice: `Make or change one there and fetch again${filterValues.length > 0 ? ', or choose other values above' : ''}. The published workflow needs none: it waits for the next one.`,
});

async function runPoll(host: IPollFunctions, carrier: Carrier): Promise<INodeExecutionData[][] | null> {
	const node = host.getNode();
	const trigger = carrier.pollingTriggers.find(({ id }) => id === host.getNodeParameter('event'));
	if (!trigger)
		throw hostError(node, {
			code: 'invalid_input',
			message: `${carrier.title} has no such event`,
			advice: 'Choose another event.',
		});
	const connection = await openConnection(host, carrier);
	if (!connection.ok) throw hostError(node, connection.failure);
	const { access, ports } = connection.value;
	const filterValues = trigger.filter ? textsOf(host.getNodeParameter('only', [])) : [];
	const poller = pollerOf(host, carrier, trigger, access, filterValues);

	if (host.getMode() === 'manual') {
		const sample = await poller.preview(ports);
		if (!sample.ok) throw hostError(node, sample.failure);
		if (sample.value.length === 0) throw hostError(node, nothingToShow(carrier, trigger, filterValues));
		return await toNodeOutput(host, trigger, connection.value, sample.value);
	}

	return await withoutOverlap(`${host.getWorkflow().id ?? ''}:${node.id}`, async () => {
		const staticData = host.getWorkflowStaticData('node');
		// The state belongs to another event or account, so this is a first poll.
		const of = digest([trigger.id, stateKey({ carrier, access })]);
		const deadline = ports.now() + budget(host);
		const result = await poller.poll(staticData, of, deadline, ports);
		if (!result.ok) throw hostError(node, result.failure);
		const items = await toNodeOutput(host, trigger, connection.value, result.value.items, deadline + SPARE_MS / 2);
		// Only now, when nothing can fail any more: n8n saves the state together with handing the items on.
		Object.assign(staticData, result.value.staticData);
		return items;
	});
}

/** The parts that the generated file of a carrier's polling trigger passes on. */
export interface PollNode {
	properties: INodeProperties[];
	subtitle: string;
	runPoll(host: IPollFunctions): Promise<INodeExecutionData[][] | null>;
}

export const pollNode = (carrier: Carrier): PollNode => ({
	properties: [...authenticationProperties(carrier), ...pollProperties(carrier)],
	subtitle: pollSubtitle(carrier),
	runPoll: async (host) => await runPoll(host, carrier),
});

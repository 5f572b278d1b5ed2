import type { WaybillApp } from '../../../zapier/src/app';
import { bundleOf, type Meta, type RawRequest, type StepInput, type Zap } from './bundle';
import { createAppHandler, type CoreEvent } from '../../../zapier/review/platform-core';
import { startWorker } from './worker';

/** The output of a step. */
export interface StepOutput {
	[key: string]: unknown;
}

/** One Zap of one connection, run by the real platform core. */
export interface ZapierHost {
	create(key: string, input: StepInput): Promise<StepOutput>;
	search(key: string, input: StepInput): Promise<StepOutput[]>;
	/** New items since the last poll, oldest first. The first poll only fills the list of seen items. */
	poll(key: string, input?: StepInput): Promise<StepOutput[]>;
	/** What a poll lists, seen or not; `meta` as the platform sets it. */
	list(key: string, input?: StepInput, meta?: Partial<Meta>): Promise<StepOutput[]>;
	hook(key: string, raw: RawRequest, input?: StepInput): Promise<StepOutput[]>;
	/** Switches the Zap on. The result is stored for switching it off. */
	subscribe(key: string, targetUrl: string, input?: StepInput): Promise<StepOutput>;
	unsubscribe(key: string, targetUrl: string, subscribeData: StepOutput, input?: StepInput): Promise<void>;
	/** What the editor shows of a trigger that is called. */
	samples(key: string, input?: StepInput): Promise<StepOutput[]>;
	/** The bytes behind a file that a step has given. */
	file(pointer: string): Promise<Buffer>;
	authTest(): Promise<unknown>;
	/** With what the test has found, as the platform hands it on. */
	connectionLabel(found?: StepInput): Promise<unknown>;
	/** Signing in: the page to send a user to, and the token for what comes back from it. */
	authorizeUrl(input: StepInput): Promise<string>;
	getAccessToken(input: StepInput): Promise<StepOutput>;
	/** Keys of the fields that a step shows on this connection. */
	dynamicFields(kind: 'triggers' | 'searches' | 'creates', key: string): Promise<string[]>;
	/** What the platform's log holds of the steps so far. */
	log: readonly string[];
	close(): Promise<void>;
}

export interface HostOptions {
	authData: Record<string, string>;
	zap?: string;
	timezone?: string;
}

const isOutput = (value: unknown): value is StepOutput =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const outputs = (value: unknown): StepOutput[] => (Array.isArray(value) ? value.filter(isOutput) : []);

function parsePointer(pointer: string): { method: string; inputData: StepInput } {
	const target: unknown = JSON.parse(pointer.replace(/^hydrate\|\|\||\|\|\|hydrate$/g, ''));
	if (!isOutput(target) || typeof target.method !== 'string' || !isOutput(target.bundle))
		throw new Error('That is no pointer to a file');
	return { method: target.method, inputData: target.bundle };
}

export async function createZapier(app: WaybillApp, options: HostOptions): Promise<ZapierHost> {
	// The core refuses to call its servers without one; ours needs none.
	process.env.ZAPIER_DEPLOY_KEY ??= 'sandbox';
	const worker = await startWorker();
	const handler = createAppHandler(app);
	const zap: Zap = {
		id: options.zap ?? '100001',
		authData: options.authData,
		timezone: options.timezone ?? 'Europe/Paris',
	};
	const log: string[] = [];
	const seen = new Map<string, Set<string>>();

	async function run(method: string, bundle: object): Promise<unknown> {
		const event: CoreEvent = {
			command: 'execute',
			method,
			bundle,
			storeKey: method,
			rpc_base: worker.address,
			customLogger: (message, data) => log.push(message, JSON.stringify(data)),
		};
		return (await handler(event)).results;
	}

	function operationOf(kind: 'triggers' | 'searches' | 'creates', key: string) {
		const step = app[kind][key];
		if (!step) throw new Error(`The app has no ${key} among its ${kind}`);
		// Fields that a connection decides about come only where a test requests them: see `dynamicFields`.
		const fields = (step.operation.inputFields ?? []).filter((field) => typeof field !== 'function');
		return { fields, outputFields: step.operation.outputFields ?? [], method: `${kind}.${key}.operation.perform` };
	}

	const list: ZapierHost['list'] = async (key, input = {}, meta = {}) => {
		const { fields, method } = operationOf('triggers', key);
		return outputs(await run(method, bundleOf(zap, fields, input, meta)));
	};

	const identify = (key: string, item: StepOutput) => {
		const primary = operationOf('triggers', key).outputFields.flatMap((field) =>
			typeof field !== 'function' && field.primary ? [field.key] : [],
		);
		return JSON.stringify((primary.length > 0 ? primary : ['id']).map((name) => item[name]));
	};

	return {
		log,
		list,
		create: async (key, input) => {
			const { fields, method } = operationOf('creates', key);
			const result = await run(method, bundleOf(zap, fields, input));
			return isOutput(result) ? result : {};
		},
		search: async (key, input) => {
			const { fields, method } = operationOf('searches', key);
			return outputs(await run(method, bundleOf(zap, fields, input)));
		},
		poll: async (key, input = {}) => {
			const seenBefore = seen.get(key);
			const items = await list(key, input, { isPopulatingDedupe: seenBefore === undefined });
			const seenNow = new Set([...(seenBefore ?? []), ...items.map((item) => identify(key, item))]);
			seen.set(key, seenNow);
			return seenBefore ? items.filter((item) => !seenBefore.has(identify(key, item))).reverse() : [];
		},
		hook: async (key, raw, input = {}) => {
			const { fields, method } = operationOf('triggers', key);
			return outputs(await run(method, bundleOf(zap, fields, input, {}, raw)));
		},
		subscribe: async (key, targetUrl, input = {}) => {
			const { fields } = operationOf('triggers', key);
			const subscription = await run(`triggers.${key}.operation.performSubscribe`, {
				...bundleOf(zap, fields, input),
				targetUrl,
			});
			return isOutput(subscription) ? subscription : {};
		},
		unsubscribe: async (key, targetUrl, subscribeData, input = {}) => {
			const { fields } = operationOf('triggers', key);
			await run(`triggers.${key}.operation.performUnsubscribe`, {
				...bundleOf(zap, fields, input),
				targetUrl,
				subscribeData,
			});
		},
		samples: async (key, input = {}) => {
			const { fields } = operationOf('triggers', key);
			return outputs(
				await run(`triggers.${key}.operation.performList`, bundleOf(zap, fields, input, { isLoadingSample: true })),
			);
		},
		file: async (pointer) => {
			const { method, inputData } = parsePointer(pointer);
			const address = await run(method, bundleOf(zap, [], inputData));
			const bytes = worker.files.get(String(address));
			if (!bytes) throw new Error('Nothing was stored for that file');
			return bytes;
		},
		authTest: async () => await run('authentication.test', bundleOf(zap, [], {})),
		connectionLabel: async (found = {}) => await run('authentication.connectionLabel', bundleOf(zap, [], found)),
		authorizeUrl: async (input) =>
			String(await run('authentication.oauth2Config.authorizeUrl', bundleOf(zap, [], input))),
		getAccessToken: async (input) => {
			const tokens = await run('authentication.oauth2Config.getAccessToken', bundleOf(zap, [], input));
			return isOutput(tokens) ? tokens : {};
		},
		dynamicFields: async (kind, key) =>
			outputs(await run(`${kind}.${key}.operation.inputFields`, bundleOf(zap, [], {}))).map((field) =>
				String(field.key),
			),
		close: worker.close,
	};
}

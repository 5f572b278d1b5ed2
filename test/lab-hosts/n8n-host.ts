import { inspect } from 'node:util';

import { LoggerProxy, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';

import { typeName } from '../../nodes/adapter/names';
import { createN8n, fillForm, PACKAGE, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import type { StoredCredentials } from '../../sandbox/hosts/n8n/credentials';
import { failed } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/json';
import { toJson } from '../../nodes/adapter/to-json';
import { storedCredential } from '../n8n/stored-credential';
import type { ScenarioContext, Host, Round, Step } from './host';
import { parseFailure } from './parse-failure';
import { bookingOf, lookUpOf } from '../../shared/run/booking-settings';

type ChainRun = Awaited<ReturnType<N8n['run']>>;

/** The report on one item, by the item's number. */
interface ItemResult {
	index: number;
	result: Step['result'];
}

/** Everything inside, hidden fields of errors and their causes included. */
export const inspectAll = (value: unknown): string =>
	inspect(value, { depth: 20, maxArrayLength: Infinity, maxStringLength: Infinity, showHidden: true });

function itemResultOf({ json, pairedItem }: INodeExecutionData, references: readonly string[]): ItemResult {
	const index = typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : 0;
	const item = toJson(json);
	if (!isJsonObject(item)) throw new Error('An item is no object');
	if (typeof item.error !== 'string') return { index, result: { ok: true, value: [item] } };
	const { code, advice, reference } = isJsonObject(item.details) ? item.details : {};
	const namedReference = references.find((each) => each === reference);
	return {
		index,
		result: {
			ok: false,
			failure: {
				...parseFailure(`${item.error} (${String(code)})`, String(advice), references),
				reference: namedReference,
			},
		},
	};
}

/** A stopped step: its error describes one item, counts those done, and names those in doubt. */
function stoppedRound(run: ChainRun, references: readonly string[]): Round {
	const { error } = run;
	const index =
		error !== undefined && 'context' in error && typeof error.context.itemIndex === 'number'
			? error.context.itemIndex
			: 0;
	const description = error !== undefined && 'description' in error ? String(error.description) : '';
	const ownReference = references[index] ?? '';
	const failure = parseFailure(error?.message ?? '', description, [ownReference]);
	const alsoDoneCount = Number(/(\d+) other items? (?:was|were) done/.exec(description)?.[1] ?? 0);
	const partlyDoneText = /only a part was done: ([^.]*)\./.exec(description)?.[1] ?? '';
	const namedReferences = references.filter(
		(reference) => reference !== ownReference && description.includes(`"${reference}"`),
	);
	const codeOf = (reference: string) => (partlyDoneText.includes(`"${reference}"`) ? 'partly_done' : 'outcome_unknown');
	// Of two equal requests, one may have failed while the other is among those done.
	const counted = alsoDoneCount > 0 && references.filter((reference) => reference === ownReference).length > 1;
	const steps = [
		...(counted && failure.code !== 'outcome_unknown'
			? []
			: [{ reference: ownReference, result: { ok: false as const, failure } }]),
		...namedReferences.map((reference) => ({
			reference,
			result: failed(codeOf(reference), description, { reference }),
		})),
	];
	return { requested: references, steps, alsoDoneCount };
}

function roundOf(run: ChainRun, references: readonly string[]): Round {
	if (run.status === 'error') return stoppedRound(run, references);
	const steps = [...run.items, ...run.errors]
		.map((item) => itemResultOf(item, references))
		.map(({ index, result }) => ({ reference: references[index] ?? '', result }));
	return { requested: references, steps, alsoDoneCount: 0 };
}

interface Settings {
	itemCount: number;
	sameReference: boolean;
	hasReference: boolean;
	concurrentRuns: number;
	maxRuns: number;
	node: Pick<NodeSpec, 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'onError'>;
	options: INodeParameters;
}

function settingsOf({ dice, subject }: ScenarioContext): Settings {
	const hasReference =
		subject.requiresReference === true || bookingOf(subject.action)?.foundBy === 'refusal' || dice.chance(0.8);
	const retryOnFail = !hasReference || dice.chance(0.6);
	return {
		hasReference,
		// An unnamed item can be identified only if it is the only one.
		itemCount: hasReference ? 1 + dice.below(3) : 1,
		sameReference: dice.chance(0.4),
		concurrentRuns: hasReference && dice.chance(0.2) ? 2 : 1,
		maxRuns: hasReference ? 1 + dice.below(2) : 1,
		node: {
			...(retryOnFail ? { retryOnFail, maxTries: 2 + dice.below(2), waitBetweenTries: 1 + dice.below(40) } : {}),
			onError: dice.pick(['stopWorkflow', 'stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']),
		},
		options: {
			itemsAtOnce: 1 + dice.below(3),
			...(subject.action.kind === 'call' && lookUpOf(subject.action)?.cancel && dice.chance(0.5)
				? // What is not undone is seen: the default cancels what a broken lock lets through.
					{ on_duplicate: 'report' }
				: {}),
		},
	};
}

/** n8n's engine as one process: every scenario is a workflow in it, with a credential of its own. */
export async function createN8nHost(): Promise<Host & { log: readonly string[] }> {
	const log: string[] = [];
	const writeLog = (message: string, details?: object) => void log.push(message, inspect(details, { depth: 4 }));
	const credentials: Record<string, StoredCredentials[string]> = {};
	const n8n = await createN8n({ credentials });
	return {
		name: 'n8n',
		hasStepTimeout: false,
		log,
		async open(context) {
			// The engine brings a logger of its own with its first run.
			LoggerProxy.init({ error: writeLog, warn: writeLog, info: writeLog, debug: writeLog });
			const { seed, subject, url, generatedReference } = context;
			const settings = settingsOf(context);
			const { carrier, action } = subject;
			const credential = `story-${seed}`;
			credentials[credential] = storedCredential({ ...subject.connection, environment: 'other', base_url: url });
			const names = Array.from({ length: settings.itemCount }, (_, at) =>
				settings.sameReference ? `WH-${seed}-x` : `WH-${seed}-${at}`,
			);
			const spec: NodeSpec = {
				type: `${PACKAGE}.${typeName(carrier)}`,
				credential,
				parameters: {
					...fillForm(action, subject.input(settings.hasReference ? '={{ $json.number }}' : '')),
					options: settings.options,
				},
				...settings.node,
			};
			const finishedRuns: ChainRun[] = [];
			const runOnce = async (): Promise<Round> => {
				const run = await n8n.run(
					names.map((number) => ({ number })),
					spec,
				);
				finishedRuns.push(run);
				return roundOf(run, settings.hasReference ? names : [generatedReference(/n8n-[0-9a-f]{16}/) ?? 'never sent']);
			};
			return {
				description: JSON.stringify(settings),
				maxRuns: settings.maxRuns,
				async run() {
					const rounds = await Promise.all(Array.from({ length: settings.concurrentRuns }, runOnce));
					return {
						requested: rounds.flatMap(({ requested: references }) => references),
						steps: rounds.flatMap(({ steps }) => steps),
						alsoDoneCount: rounds.reduce((sum, { alsoDoneCount }) => sum + alsoDoneCount, 0),
					};
				},
				output: () => inspectAll(finishedRuns),
				close: async () => void delete credentials[credential],
			};
		},
	};
}

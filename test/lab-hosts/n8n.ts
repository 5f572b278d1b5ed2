import { inspect } from 'node:util';

import { LoggerProxy, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';

import { typeName } from '../../nodes/adapter/names';
import { createN8n, fillForm, PACKAGE, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import type { StoredCredentials } from '../../sandbox/hosts/n8n/credentials';
import { failed } from '../../shared/declare/failure';
import { isJsonObject } from '../../shared/declare/json';
import { plain } from '../../nodes/adapter/plain';
import { stored } from '../n8n/stored';
import type { Asked, Host, Round, Step } from './host';
import { readFailure } from './wording';

type ChainRun = Awaited<ReturnType<N8n['run']>>;

/** What is said of one item, by the item's number. */
interface Said {
	index: number;
	result: Step['result'];
}

/** Everything inside, hidden fields of errors and their causes included. */
export const everything = (value: unknown): string => inspect(value, { depth: 20, maxArrayLength: Infinity, maxStringLength: Infinity, showHidden: true });

function saidOf({ json, pairedItem }: INodeExecutionData, references: readonly string[]): Said {
	const index = typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : 0;
	const item = plain(json);
	if (!isJsonObject(item)) throw new Error('An item is no object');
	if (typeof item.error !== 'string') return { index, result: { ok: true, value: [item] } };
	const { code, advice, reference } = isJsonObject(item.details) ? item.details : {};
	const named = references.find((each) => each === reference);
	return { index, result: { ok: false, failure: { ...readFailure(`${item.error} (${String(code)})`, String(advice), references), reference: named } } };
}

/** A step that stopped: its error tells of one item, counts those done, and names those in doubt. */
function stopped(run: ChainRun, references: readonly string[]): Round {
	const { error } = run;
	const index = error !== undefined && 'context' in error && typeof error.context.itemIndex === 'number' ? error.context.itemIndex : 0;
	const description = error !== undefined && 'description' in error ? String(error.description) : '';
	const own = references[index] ?? '';
	const failure = readFailure(error?.message ?? '', description, [own]);
	const alsoDone = Number(/(\d+) other items? (?:was|were) done/.exec(description)?.[1] ?? 0);
	const inPart = /only a part was done: ([^.]*)\./.exec(description)?.[1] ?? '';
	const named = references.filter((reference) => reference !== own && description.includes(`"${reference}"`));
	const codeOf = (reference: string) => (inPart.includes(`"${reference}"`) ? 'partly_done' : 'outcome_unknown');
	// Where the same was asked twice, one may have failed and the other be among those done.
	const counted = alsoDone > 0 && references.filter((reference) => reference === own).length > 1;
	const steps = [
		...(counted && failure.code !== 'outcome_unknown' ? [] : [{ reference: own, result: { ok: false as const, failure } }]),
		...named.map((reference) => ({ reference, result: failed(codeOf(reference), description, { reference }) })),
	];
	return { asked: references, steps, alsoDone };
}

function roundOf(run: ChainRun, references: readonly string[]): Round {
	if (run.status === 'error') return stopped(run, references);
	const steps = [...run.items, ...run.errors].map((item) => saidOf(item, references)).map(({ index, result }) => ({ reference: references[index] ?? '', result }));
	return { asked: references, steps, alsoDone: 0 };
}

interface Settings {
	items: number;
	equal: boolean;
	named: boolean;
	together: number;
	runs: number;
	node: Pick<NodeSpec, 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'onError'>;
	options: INodeParameters;
}

function settingsOf({ dice, subject }: Asked): Settings {
	const named = subject.alwaysNamed === true || subject.action.repeated !== undefined || dice.chance(0.8);
	const retryOnFail = !named || dice.chance(0.6);
	return {
		named,
		// What nobody has named can be told apart only while it is alone.
		items: named ? 1 + dice.below(3) : 1,
		equal: dice.chance(0.4),
		together: named && dice.chance(0.2) ? 2 : 1,
		runs: named ? 1 + dice.below(2) : 1,
		node: {
			...(retryOnFail ? { retryOnFail, maxTries: 2 + dice.below(2), waitBetweenTries: 1 + dice.below(40) } : {}),
			onError: dice.pick(['stopWorkflow', 'stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']),
		},
		options: { itemsAtOnce: 1 + dice.below(3), ...(subject.action.find?.undo && dice.chance(0.2) ? { on_double: 'undo' } : {}) },
	};
}

/** n8n's engine as one process: every story is a workflow in it, with a credential of its own. */
export async function onN8n(): Promise<Host & { log: readonly string[] }> {
	const log: string[] = [];
	const note = (message: string, more?: object) => void log.push(message, inspect(more, { depth: 4 }));
	const credentials: Record<string, StoredCredentials[string]> = {};
	const n8n = await createN8n({ credentials });
	return {
		name: 'n8n',
		hurried: false,
		log,
		async open(asked) {
			// The engine brings a logger of its own with its first run.
			LoggerProxy.init({ error: note, warn: note, info: note, debug: note });
			const { seed, subject, url, made } = asked;
			const settings = settingsOf(asked);
			const { carrier, action } = subject;
			const credential = `story-${seed}`;
			credentials[credential] = stored({ ...subject.connection, environment: 'other', base_url: url });
			const names = Array.from({ length: settings.items }, (_, at) => (settings.equal ? `WH-${seed}-x` : `WH-${seed}-${at}`));
			const spec: NodeSpec = {
				type: `${PACKAGE}.${typeName(carrier)}`,
				credential,
				parameters: { ...fillForm(action, subject.input(settings.named ? '={{ $json.number }}' : '')), options: settings.options },
				...settings.node,
			};
			const ran: ChainRun[] = [];
			const once = async (): Promise<Round> => {
				const run = await n8n.run(names.map((number) => ({ number })), spec);
				ran.push(run);
				return roundOf(run, settings.named ? names : [made(/n8n-[0-9a-f]{16}/) ?? 'never sent']);
			};
			return {
				says: JSON.stringify(settings),
				runs: settings.runs,
				async run() {
					const rounds = await Promise.all(Array.from({ length: settings.together }, once));
					return {
						asked: rounds.flatMap(({ asked: references }) => references),
						steps: rounds.flatMap(({ steps }) => steps),
						alsoDone: rounds.reduce((sum, { alsoDone }) => sum + alsoDone, 0),
					};
				},
				said: () => everything(ran),
				close: async () => void delete credentials[credential],
			};
		},
	};
}

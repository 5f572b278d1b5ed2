import type { Carrier } from '../../shared/declare/carrier';
import { leavesOf } from '../../shared/declare/form';
import { SHOP_ORDER } from '../../shared/declare/shop-order';
import { connect } from '../../shared/run/connect';

const duplicatesIn = (names: readonly string[]): string[] => [
	...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

const endpointNumbers = ({ endpoints: { prefix, count } }: Carrier): string[] =>
	Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);

function endpointProblems(carrier: Carrier): string[] {
	const { excluded } = carrier.endpoints;
	const numbers = endpointNumbers(carrier);
	// A step for a shop's order uses other actions: the endpoint has to be there by itself.
	const own = carrier.actions.filter(({ resource }) => resource !== SHOP_ORDER);
	const covered = [...own, ...carrier.triggers].flatMap(({ covers }) => covers);
	return [
		...numbers
			.filter((number) => !covered.includes(number) && !excluded[number])
			.map((number) => `${number} has no action, no trigger and no reason in endpoints.excluded`),
		...[...covered, ...Object.keys(excluded)]
			.filter((number) => !numbers.includes(number))
			.map((number) => `${number} is not one of its endpoints`),
	];
}

function actionProblems(carrier: Carrier): string[] {
	return carrier.actions.flatMap((action) => [
		...(carrier.resources[action.resource] ? [] : [`${action.id} is of the unknown resource "${action.resource}"`]),
		...leavesOf(action.form)
			.filter(({ choices }) => choices !== undefined && !carrier.choices[choices])
			.map(({ key, choices }) => `${action.id}.${key} has the unknown list "${choices}"`),
		...action.samples
			.filter(({ connection }) => connection !== undefined && !carrier.sampleConnections[connection])
			.map(({ connection }) => `${action.id} has a sample on the unknown connection "${connection}"`),
	]);
}

/** A mark tells two actions apart, so one needs the other. */
function twinProblems({ actions, resources }: Carrier): string[] {
	return Object.keys(resources).flatMap((key) => {
		const twins = new Set(actions.filter(({ resource }) => resource === key).map(({ twin }) => twin));
		const hasOther = twins.has('advanced') || twins.has('legacy');
		return twins.has('recommended') === hasOther
			? []
			: [`of the actions of "${key}", some are marked as twins and the others of each pair are not`];
	});
}

function connectionProblems(carrier: Carrier): string[] {
	const names = Object.keys(carrier.sampleConnections);
	return [
		...(names.length === 0 ? ['it has no sample connection'] : []),
		...names.flatMap((name) => {
			const access = connect(carrier, carrier.sampleConnections[name] ?? {});
			return access.ok ? [] : [`the sample connection "${name}" cannot be used: ${access.failure.message}`];
		}),
	];
}

function triggerProblems({ webhookTriggers, pastedWebhook, review = [] }: Carrier): string[] {
	const isPasted = webhookTriggers.some(({ subscription }) => subscription === undefined);
	return [
		...(isPasted && !pastedWebhook ? ['a person pastes its webhook address, and pastedWebhook is missing'] : []),
		...(!isPasted && pastedWebhook ? ['pastedWebhook is declared, and no address is pasted'] : []),
		...review
			.filter(({ reason }) => reason.trim() === '')
			.map(({ where }) => `the exception for ${where} has no reason`),
	];
}

function shopOrderProblems({ shopOrder, actions }: Carrier): string[] {
	const has = actions.some(({ resource }) => resource === SHOP_ORDER);
	return shopOrder !== undefined && !has ? ["it declares shopOrder and has no steps for shops' orders"] : [];
}

/** What is wrong with a carrier's declaration as a whole: names used twice, names of nothing, endpoints left out. */
export function contractProblems(carrier: Carrier): string[] {
	const ids = [...carrier.actions, ...carrier.triggers].map(({ id }) => id);
	return [
		...(/^[a-z][a-z0-9]*$/.test(carrier.id) ? [] : [`"${carrier.id}" is no folder name`]),
		...duplicatesIn(ids).map((id) => `"${id}" is the id of two actions or triggers`),
		...duplicatesIn(carrier.search.aliases).map((alias) => `the search word "${alias}" is there twice`),
		...endpointProblems(carrier),
		...actionProblems(carrier),
		...twinProblems(carrier),
		...connectionProblems(carrier),
		...triggerProblems(carrier),
		...shopOrderProblems(carrier),
	];
}

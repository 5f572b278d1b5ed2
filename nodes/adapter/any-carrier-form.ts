import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { ShopOrderDeclaration } from '../../shared/declare/shop-order';
import type { Form, FormField } from '../../shared/declare/form';
import { SHOP_ORDER } from '../../shared/declare/shop-order';
import { fieldsOf } from './fields';
import { optionsOf } from './options';
import { outputProperties } from './output';
import { actionLabel, byName, sentences } from './wording';

/** The parameter that chooses the carrier; an expression may choose it for each item. */
export const CARRIER = 'carrier';

interface Booker {
	carrier: Carrier;
	shopOrder: ShopOrderDeclaration;
}

/** Carriers that book shops' orders. */
export const bookersIn = (carriers: readonly Carrier[]): Booker[] =>
	carriers.flatMap((carrier) => (carrier.shopOrder ? [{ carrier, shopOrder: carrier.shopOrder }] : []));

/** What the node does with any carrier, by the value of its operation. */
export const operationOf = ({ carrier }: Booker, verb: string): Action | undefined =>
	carrier.actions.find((action) => action.resource === SHOP_ORDER && action.verb === verb);

const sameField = (one: FormField) => (other: FormField) => other.key === one.key;

/** A field without what belongs to one carrier: its lists, and connections that the form does not know yet. */
const neutral = (field: FormField): FormField =>
	field.kind === 'group'
		? { ...field, fields: field.fields.map(neutral), required: field.required }
		: field.kind === 'lines'
			? field
			: { ...field, choices: undefined, forConnection: undefined };

/** The fields that all carriers have, and then each carrier's own, shown for it. */
export function formForAny(forms: readonly { id: string; form: Form }[]): Form {
	const [first, ...others] = forms;
	if (!first) return [];
	const shared = first.form.filter((field) => others.every(({ form }) => form.some(sameField(field))));
	const own = forms.flatMap(({ id, form }) =>
		form
			.filter((field) => !shared.some(sameField(field)))
			.map((field) => ({ ...neutral(field), required: false, show: field.show ?? { field: CARRIER, is: [id] } })),
	);
	const once = own.filter((field, at) => own.findIndex(sameField(field)) === at);
	return [...shared.map(neutral), ...once];
}

/** The form's action: it is shown and never run, because each item runs its own carrier's. */
function shownAction(bookers: readonly Booker[], verb: string): { action: Action; carrier: Carrier } | undefined {
	const actions = bookers.flatMap((booker) => {
		const action = operationOf(booker, verb);
		return action ? [{ id: booker.carrier.id, action, carrier: booker.carrier }] : [];
	});
	const [first] = actions;
	if (!first) return undefined;
	const form = formForAny(actions.map(({ id, action }) => ({ id, form: action.form })));
	return { action: { ...first.action, verb, form }, carrier: first.carrier };
}

function carrierSelect(bookers: readonly Booker[]): INodeProperties {
	const first = bookers[0]?.carrier.id ?? '';
	return {
		displayName: 'Carrier',
		name: CARRIER,
		type: 'options',
		options: bookers.map(({ carrier }) => ({ name: carrier.title, value: carrier.id })).sort(byName),
		default: first,
		description: 'Who delivers. An expression may choose it for each item, such as by postal code or weight.',
	};
}

const hiddenResource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'hidden',
	default: SHOP_ORDER,
};

const described: Readonly<Record<string, string>> = {
	book: 'Book a shop order, once, and leave out orders that are not to be delivered',
	check: 'Read what would be sent, and every problem at once. Nothing is booked.',
	prepareUpdate: 'Make the requests that update the shop after a delivery changed. They are not sent.',
	reconcile: 'Compare orders with bookings: missing, double, and still live for an order that is over',
	get: 'Read the live booking of a reference',
	cancel: 'Cancel the live booking of a reference. This cannot be undone.',
};

export const operationNames: Readonly<Record<string, string>> = {
	book: 'Book Shop Order',
	check: 'Check Shop Order',
	prepareUpdate: 'Prepare Shop Update',
	reconcile: 'Reconcile Shop Orders',
	get: 'Get by Reference',
	cancel: 'Cancel by Reference',
};

const operationSelect = (): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: Object.entries(operationNames)
		.map(([value, name]) => ({
			name,
			value,
			action: actionLabel(name),
			description: sentences(described[value]),
		}))
		.sort(byName),
	default: 'book',
});

/** The form of the node for any carrier. */
export function anyCarrierProperties(carriers: readonly Carrier[]): INodeProperties[] {
	const bookers = bookersIn(carriers);
	return [
		carrierSelect(bookers),
		hiddenResource,
		operationSelect(),
		...bookers
			.filter(({ carrier }) => carrier.connection.oauth)
			.slice(0, 1)
			.map(
				({ carrier }): INodeProperties => ({
					displayName: `${carrier.title} Authentication`,
					name: 'authentication',
					type: 'options',
					options: [
						{ name: 'Access Token', value: 'accessToken' },
						{ name: 'OAuth2', value: 'oAuth2' },
					],
					default: 'accessToken',
					displayOptions: { show: { [CARRIER]: [carrier.id] } },
				}),
			),
		...Object.keys(operationNames).flatMap((verb) => {
			const shown = shownAction(bookers, verb);
			return shown
				? [...fieldsOf(shown.carrier, shown.action), ...outputProperties(shown.action), optionsOf(shown.action)]
				: [];
		}),
	];
}
